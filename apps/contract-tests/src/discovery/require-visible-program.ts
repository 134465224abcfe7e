import { findResponse, isSuccess } from '@giftoin/openapi';
import type { CheckContext } from '../model/check.ts';
import { type ContractOptions, CouldNotRunError } from '../model/contract-options.ts';
import { encodeSegment } from '../model/encode-segment.ts';
import { findNamingParameter, toPlace } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';

/**
 * Throws CouldNotRunError if the program of the options is not in the list and has no URL that returns it. A wrong option
 * is no violation.
 */
export async function requireVisibleProgram(
  server: ServerUnderTest,
  { program }: ContractOptions,
  { send }: CheckContext,
): Promise<void> {
  if (program === undefined || server.isMock) return;
  for (const operation of server.contract.reads) {
    const naming = findNamingParameter(operation);
    if (naming?.name !== 'programId' || !findResponse(operation, 404)) continue;
    const listed = server.listedIds.get(toPlace(operation, naming.name)) ?? [];
    if (listed.includes(program)) return;
    const { isValid } = server.contract.findFacts(naming);
    const exchange = await send(operation, { segments: { [naming.name]: encodeSegment(program) } });
    const status = exchange?.response.status ?? 0;
    if (isSuccess({ status }) || (isValid(program) && status !== 404)) return;
    const [known] = listed;
    const advice =
      known === undefined
        ? 'The list is empty: pass the ID of a program that the key can see.'
        : `Pass one that is, for example --program ${known}, or leave --program out.`;
    const problem = isValid(program) ? 'is not visible to the key' : 'is not a well-formed ID';
    throw new CouldNotRunError(
      `The program ${JSON.stringify(program)} of --program ${problem}: its URL returned ${status}, and the list does not have it. ${advice}`,
    );
  }
}
