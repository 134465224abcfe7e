import { isInShare, requireEffect } from '@giftoin/simulator/sandbox';
import type { InjectedFault, Key } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';
import { changeStoredKey, readKey } from './api-keys.ts';
import { deleteInjectedFaults, storeInjectedFault, toInjectedFault } from './stored-injected-faults.ts';
import { bumpVersion, lockWorkspace } from './workspace-version.ts';

/**
 * Adds an injected fault to an API key.
 *
 * @throws {RequestError} if the fault has no effect, or the API key does not exist
 */
export function injectFault(engine: Engine, workspace: string, keyName: string, fault: InjectedFault): Promise<Key> {
  requireEffect(fault);
  return changeStoredKey(engine, workspace, keyName, async (query) => {
    await storeInjectedFault(query, workspace, keyName, fault);
    return readKey(query, workspace, keyName);
  });
}

export function clearInjectedFaults(engine: Engine, workspace: string, keyName: string): Promise<undefined> {
  return changeStoredKey(engine, workspace, keyName, (query) => deleteInjectedFaults(query, workspace, keyName));
}

/**
 * Counts a request of an API key, and takes the injected fault to apply to it.
 *
 * @returns undefined if no injected fault applies to the request
 */
export function takeInjectedFault(
  engine: Engine,
  workspace: string,
  keyName: string,
): Promise<InjectedFault | undefined> {
  return engine.transaction('request', workspace, async (query) => {
    await lockWorkspace(query, workspace);
    const condition = 'where workspace = $1 and key_name = $2';
    const counted = await query(
      `update giftoin_sandbox.injected_faults set request_count = request_count + 1 ${condition} returning *`,
      workspace,
      keyName,
    );
    const sorted = [...counted].sort((a, b) => Number(a.position) - Number(b.position));
    const row = sorted.find((candidate) => {
      return isInShare(toInjectedFault(candidate).share, Number(candidate.request_count));
    });
    if (!row) return undefined;
    if (row.remaining !== null) {
      const taken = `${condition} and position = $3`;
      const values = [workspace, keyName, row.position ?? 0];
      await query(`update giftoin_sandbox.injected_faults set remaining = remaining - 1 ${taken}`, ...values);
      await query(`delete from giftoin_sandbox.injected_faults ${taken} and remaining <= 0`, ...values);
      if (Number(row.remaining) <= 1) await bumpVersion(query, workspace);
    }
    return toInjectedFault(row);
  });
}
