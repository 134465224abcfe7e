import { isSuccess, type Operation } from '@giftoin/openapi';
import type { CheckContext } from '../model/check.ts';
import { NoResponseError } from '../model/no-response-error.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import type { HeaderStatuses } from './header-statuses.ts';

/**
 * Sends the key in each header with its name in capitals, and then with the first letter of each word in capitals. HTTP
 * ignores the case of a name, but a server can compare it. Returns the status codes of the first spelling that the server
 * accepts; undefined if there is none.
 */
export async function fetchOtherSpellings(
  { key }: ServerUnderTest,
  { send }: CheckContext,
  operation: Operation,
): Promise<HeaderStatuses | undefined> {
  for (const spell of [toUpperCase, toCapitalizedWords, toCapitalizedDashWords]) {
    const statuses = new Map<string, number | undefined>();
    for (const header of operation.apiKeyHeaders.map(spell)) {
      try {
        statuses.set(header, (await send(operation, { keys: [[header, key]] }))?.response.status);
      } catch (error) {
        if (!(error instanceof NoResponseError)) throw error;
      }
    }
    if ([...statuses.values()].some((status = 0) => isSuccess({ status }))) return { operation, statuses };
  }
  return undefined;
}

const toUpperCase = (name: string) => name.toUpperCase();
const toCapitalizedWords = (name: string) =>
  name.replaceAll(/[a-z]+/g, ([first = '', ...rest]) => first.toUpperCase() + rest.join(''));
/** As many HTTP libraries spell a name: only a dash separates words. */
const toCapitalizedDashWords = (name: string) => name.replaceAll(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
