import { isSuccess } from '@giftoin/openapi';
import type { CheckContext } from '../model/check.ts';
import type { ContractOptions } from '../model/contract-options.ts';
import { findNamingParameter, toPlace } from '../model/operations.ts';
import type { ServerOptions, ServerUnderTest } from '../model/server-under-test.ts';
import { detectMock } from './detect-mock.ts';
import { fetchHeaderStatuses } from './fetch-header-statuses.ts';
import { fetchListedIds } from './fetch-listed-ids.ts';
import { findUnknownPlaces } from './find-unknown-places.ts';
import { findValues } from './find-values.ts';
import { requireVisibleProgram } from './require-visible-program.ts';

/** The header that carries the key if a check does not name one. Every proxy forwards it. */
export const recommendedHeader = 'x-gft-api-key';

/**
 * Discovers what the checks must know about a server: which header to use, whether it is a mock, and the IDs in its lists.
 *
 * Throws CouldNotRunError if the server is not reachable, or accepts the key in no header.
 */
export async function discoverServer(
  serverOptions: ServerOptions,
  options: ContractOptions,
  createContext: (server: ServerUnderTest) => CheckContext,
): Promise<ServerUnderTest> {
  const { contract } = serverOptions;
  const { reads } = contract;
  let server = createUndiscoveredServer(serverOptions, options);
  // Without an operation that reads, nothing can be sent that changes nothing.
  if (reads.length === 0) return { ...server, isReachable: true };

  const { operation, statuses } = await fetchHeaderStatuses(server, createContext(server));
  server = { ...server, isReachable: true };
  const isAccepted = (status = 0) => isSuccess({ status });
  const [header] = [...statuses].find(([, status]) => isAccepted(status)) ?? [];
  if (!isAccepted(statuses.get(server.usualHeader)) && header) server = { ...server, usualHeader: header };

  const context = createContext(server);
  server = { ...server, ...(await detectMock(operation, [...statuses.values()], context)) };
  const listedIds = await fetchListedIds(server, context);
  const firstIds = new Map([...listedIds].map(([place, [id]]) => [place, id]));
  server = {
    ...server,
    listedIds,
    knownValues: new Map([...server.knownValues, ...firstIds, ...listGiven(server, options)]),
  };
  await requireVisibleProgram(server, options, context);
  const unknown = await findUnknownPlaces(server, options, context);
  return {
    ...server,
    knownValues: new Map([...server.knownValues, ...unknown.map((place) => [place, undefined] as const)]),
  };
}

/** Creates what is known of a server before the first request. */
export function createUndiscoveredServer(serverOptions: ServerOptions, options: ContractOptions): ServerUnderTest {
  const { contract } = serverOptions;
  const [headers = []] = contract.operations
    .map(({ apiKeyHeaders }) => apiKeyHeaders)
    .filter(({ length }) => length > 0);
  return {
    ...serverOptions,
    ...findValues(contract, options),
    usualHeader: headers.includes(recommendedHeader) ? recommendedHeader : (headers[0] ?? recommendedHeader),
    isMock: false,
    acceptsAnyKey: false,
    listedIds: new Map(),
    isReachable: false,
  };
}

/** The resources that the options name, by place. */
function listGiven({ contract }: ServerUnderTest, { program, parameters }: ContractOptions): [string, string][] {
  const given: Readonly<Record<string, string | undefined>> = { programId: program, ...parameters };
  return contract.operations.flatMap((operation): [string, string][] => {
    const name = findNamingParameter(operation)?.name;
    const value = name === undefined ? undefined : given[name];
    return name === undefined || value === undefined ? [] : [[toPlace(operation, name), value]];
  });
}
