import type { Operation } from '@giftoin/openapi';
import type { CheckContext } from '../model/check.ts';
import { type ContractOptions, CouldNotRunError, defaultOptions } from '../model/contract-options.ts';
import { listPathParameters } from '../model/operations.ts';
import { type ServerOptions, type ServerUnderTest, unknownId } from '../model/server-under-test.ts';
import { detectMock } from './detect-mock.ts';
import { fetchHeaderStatuses } from './fetch-header-statuses.ts';
import { fetchListedIds } from './fetch-listed-ids.ts';

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
  const [first] = contract.operations;
  if (!first) throw new CouldNotRunError('The document has no GET operation to check.');
  const headers = first.apiKeyHeaders;
  const usualHeader = headers.includes(recommendedHeader) ? recommendedHeader : (headers[0] ?? recommendedHeader);
  const knownValues = createKnownValues(contract.operations, options);
  let server: ServerUnderTest = {
    ...serverOptions,
    usualHeader,
    knownValues,
    isMock: false,
    acceptsAnyKey: false,
    listedIds: new Map(),
    isReachable: false,
  };

  const statuses = await fetchHeaderStatuses(server, createContext(server));
  server = { ...server, isReachable: true };
  const accepted = [...statuses].find(([, status]) => status === 200)?.[0];
  if (statuses.get(usualHeader) !== 200 && accepted !== undefined) server = { ...server, usualHeader: accepted };

  const context = createContext(server);
  server = { ...server, ...(await detectMock(first, context)) };
  const listedIds = await fetchListedIds(server, context);
  const firstIds = new Map([...listedIds].map(([name, [id]]) => [name, id]));
  const program = options.program === undefined ? [] : [['programId', options.program] as const];
  return { ...server, listedIds, knownValues: new Map([...knownValues, ...firstIds, ...program]) };
}

/** The values of path parameters: from the options, else the example of the document, else an unknown ID. */
function createKnownValues(operations: readonly Operation[], { platform, user }: ContractOptions) {
  const given: Readonly<Record<string, string | undefined>> = {
    platform: platform ?? defaultOptions.platform,
    platformUserId: user ?? defaultOptions.user,
  };
  const parameters = operations.flatMap(listPathParameters);
  return new Map(
    parameters.map(({ name, example }) => [name, given[name] ?? (example === undefined ? unknownId : String(example))]),
  );
}
