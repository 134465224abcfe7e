import { isObject, type Operation } from '@giftoin/openapi';
import type { Asking } from './check.ts';
import { namingParameterOf, pathParametersOf } from './contract.ts';
import { unknownKey } from './keys.ts';
import { type ContractOptions, CouldNotRunError, defaults } from './options.ts';
import type { Answered } from './recorder.ts';
import type { Server } from './server.ts';
import { unknownId } from './server.ts';
import { NoAnswerError } from './transport/send.ts';

/** The header that carries the key where a check does not name one: every proxy lets it pass. */
export const recommendedHeader = 'x-gft-api-key';

/** A server of which nothing is known but what the caller says. */
export type Stranger = Omit<Server, 'usualHeader' | 'isMock' | 'takesAnyKey' | 'known' | 'listed' | 'isMet'>;

/**
 * Gets to know a server: which header to use, whether it is a mock, and what it has to show.
 *
 * @throws {CouldNotRunError} where it is not reached, or the key works nowhere
 */
export async function introduced(
  stranger: Stranger,
  options: ContractOptions,
  askingFor: (server: Server) => Asking,
): Promise<Server> {
  const { contract } = stranger;
  const [first] = contract.operations;
  if (!first) throw new CouldNotRunError('The document has no GET operation to check.');
  const headers = first.apiKeyHeaders;
  const usualHeader = headers.includes(recommendedHeader) ? recommendedHeader : (headers[0] ?? recommendedHeader);
  const known = givenValues(contract.operations, options);
  let server: Server = {
    ...stranger,
    usualHeader,
    known,
    isMock: false,
    takesAnyKey: false,
    listed: new Map(),
    isMet: false,
  };

  const statuses = await statusesByHeader(server, askingFor(server));
  server = { ...server, isMet: true };
  const working = [...statuses].find(([, status]) => status === 200)?.[0];
  if (statuses.get(usualHeader) !== 200 && working !== undefined) server = { ...server, usualHeader: working };

  const asking = askingFor(server);
  server = { ...server, ...(await natureOf(first, asking)) };
  const listed = await listedIds(server, asking);
  const shown = new Map([...listed].map(([name, [id]]) => [name, id]));
  const program = options.program === undefined ? [] : [['programId', options.program] as const];
  return { ...server, listed, known: new Map([...known, ...shown, ...program]) };
}

/** What the options give, else what the document has for an example, else any value that fits. */
function givenValues(operations: readonly Operation[], { platform, user }: ContractOptions) {
  const given: Readonly<Record<string, string | undefined>> = {
    platform: platform ?? defaults.platform,
    platformUserId: user ?? defaults.user,
  };
  const parameters = operations.flatMap(pathParametersOf);
  return new Map(
    parameters.map(({ name, example }) => [name, given[name] ?? (example === undefined ? unknownId : String(example))]),
  );
}

/** The status that the key gets in each header, of the first operation where it works in any. */
async function statusesByHeader(server: Server, asking: Asking): Promise<Map<string, number | undefined>> {
  let refused = '';
  for (const operation of server.contract.operations) {
    const exchanges = await Promise.all(
      operation.apiKeyHeaders.map(async (header) => {
        const answered = await answerOrObstacle(asking.get(operation, { keys: [[header, server.key]] }));
        return [header, answered] as const;
      }),
    );
    const obstacles = exchanges.flatMap(([, answered]) => (answered instanceof NoAnswerError ? [answered] : []));
    // A server that is there and answers some, or wrongly, is what the checks are about.
    const [obstacle] = obstacles.length === exchanges.length ? obstacles.filter(({ kind }) => kind !== 'broken') : [];
    if (obstacle) throw new CouldNotRunError(`No answer from ${server.origin.origin}: ${obstacle.message}.`);
    const statuses = exchanges.map(
      ([header, answered]) =>
        [header, answered instanceof NoAnswerError ? undefined : answered?.answer.status] as const,
    );
    const refusals = statuses.map(([, status]) => status).filter((status) => [401, 402, 403].includes(status ?? 0));
    if (refusals.length < exchanges.length || exchanges.length === 0) return new Map(statuses);
    refused ||= `${[...new Set(refusals)].join(' or ')}`;
  }
  throw new CouldNotRunError(
    `${server.origin.origin} refuses the key with ${refused} in every header. Give a key that it knows.`,
  );
}

async function answerOrObstacle(
  answered: Promise<Answered | undefined>,
): Promise<Answered | NoAnswerError | undefined> {
  try {
    return await answered;
  } catch (error) {
    if (error instanceof NoAnswerError) return error;
    throw error;
  }
}

/** A status that only a mock answers on demand tells it from a server that has its own mind. */
async function natureOf(operation: Operation, { get }: Asking) {
  const preferred = await get(operation, { headers: { prefer: 'code=402' }, wants: 402 });
  const isMock = preferred?.answer.status === 402;
  const keys = operation.apiKeyHeaders.slice(0, 1).map((header) => [header, unknownKey] as const);
  const takesAnyKey = isMock && (await get(operation, { keys }))?.answer.status === 200;
  return { isMock, takesAnyKey };
}

/** The ids that each list shows, by the parameter that asks for one of them. */
async function listedIds({ contract }: Server, { get }: Asking): Promise<Map<string, readonly string[]>> {
  const ids = new Map<string, readonly string[]>();
  for (const operation of contract.operations) {
    const list = contract.listOf(operation);
    const naming = namingParameterOf(operation);
    if (!list || !naming?.returnedAs) continue;
    const { returnedAs } = naming;
    const json = (await get(list))?.answer.json;
    const values = (Array.isArray(json) ? json : []).map((item: unknown) =>
      isObject(item) ? item[returnedAs] : undefined,
    );
    ids.set(
      naming.name,
      values.filter((value) => typeof value === 'string'),
    );
  }
  return ids;
}
