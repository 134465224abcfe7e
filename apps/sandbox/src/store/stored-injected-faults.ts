import type { InjectedFault } from '@giftoin/types/sandbox-control';
import type { Query, Row } from '../database/engine.ts';

/** Stores an injected fault after the others of an API key. */
export async function storeInjectedFault(
  query: Query,
  workspace: string,
  keyName: string,
  fault: InjectedFault,
): Promise<void> {
  await query(
    `insert into giftoin_sandbox.injected_faults (workspace, key_name, position, definition, remaining, request_count)
    select $1, $2, coalesce(max(position), 0) + 1, $3, $4, 0
    from giftoin_sandbox.injected_faults where workspace = $1 and key_name = $2`,
    workspace,
    keyName,
    JSON.stringify(fault),
    fault.times ?? null,
  );
}

/** Deletes the injected faults of an API key. */
export async function deleteInjectedFaults(query: Query, workspace: string, keyName: string): Promise<void> {
  await query('delete from giftoin_sandbox.injected_faults where workspace = $1 and key_name = $2', workspace, keyName);
}

/** Converts a row of `injected_faults`. `times` is the number of requests that are left. */
export function toInjectedFault({ definition, remaining }: Row): InjectedFault {
  const fault = JSON.parse(String(definition)) as InjectedFault;
  return remaining === null ? fault : { ...fault, times: Number(remaining) };
}
