import { type Operation, operationsOf, readDocument, type SchemaCheck, schemaCheckOf } from '@giftoin/openapi';
import { type Answer, ask } from './ask.ts';
import { unknownKey } from './requests.ts';
import type { Target } from './target.ts';

/** What to send: every part has a default that a server which keeps the contract answers with 200. */
export interface Sent {
  /** The headers that carry a key, and the key in each. The recommended header with the target's key by default. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Path parameters as they stand in the path, already percent-encoded. */
  readonly segments?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** What to ask a mock for. */
  readonly prefer?: string;
}

/** The server under test, as the checks see it. */
export interface Server {
  readonly target: Target;
  readonly operations: readonly Operation[];
  /** Whether the server is a mock, which answers as `Prefer` asks and has no state. */
  readonly isMock: boolean;
  /** Whether it is one that takes any key. */
  readonly takesAnyKey: boolean;
  /** The values of an operation's path parameters, encoded; undefined for one of which the server has nothing to show. */
  segmentsOf(operation: Operation): Record<string, string> | undefined;
  get(operation: Operation, sent?: Sent): Promise<Answer>;
  /** Holds a value against a schema of the document. */
  readonly check: SchemaCheck;
}

/** The header that carries the key where a check does not name one. */
export const recommendedHeader = 'x-gft-api-key';

/**
 * @throws {DocumentError} where the document cannot be read
 * @throws {Error} where the server does not answer
 */
export async function serverOf(target: Target): Promise<Server> {
  const document = await readDocument(target.document);
  const operations = operationsOf(document).filter(({ method }) => method === 'get');
  const check = schemaCheckOf(document);
  const known = new Map<string, string | undefined>();

  const segmentsOf = (operation: Operation) => {
    const values = operation.parameters
      .filter((parameter) => parameter.in === 'path')
      .map(({ name, example }) => [name, known.has(name) ? known.get(name) : String(example)] as const);
    if (values.some(([, value]) => value === undefined)) return undefined;
    return Object.fromEntries(values.map(([name, value]) => [name, encodeURIComponent(value ?? '')]));
  };

  const get = (operation: Operation, { keys, segments, query = '', prefer }: Sent = {}) => {
    const all = { ...segmentsOf(operation), ...segments };
    const path = operation.path.replaceAll(/\{(.+?)\}/g, (_, name) => all[name] ?? 'x');
    const headers = { ...(keys ?? { [recommendedHeader]: target.key }), ...(prefer && { prefer }) };
    return ask(target.url, path + query, headers);
  };

  known.set('platform', target.platform);
  known.set('platformUserId', target.user);
  for (const [name, value] of await shownIds(operations, get)) known.set(name, value);
  if (target.program !== undefined) known.set('programId', target.program);
  return { target, operations, ...(await natureOf(operations, get)), segmentsOf, get, check };
}

/**
 * A key that works nowhere would make every check fail: that is one mistake of the caller, not many of the server.
 *
 * @throws {Error} where the server does not answer, or refuses the key in every header
 */
export async function refuseHopeless(target: Target): Promise<void> {
  const server = await serverOf(target);
  const [operation] = server.operations;
  if (!operation) return;
  for (const header of operation.apiKeyHeaders) {
    const { status } = await server.get(operation, { keys: { [header]: target.key } });
    if (status !== 401) return;
  }
  throw new Error(`${target.url} refuses the key with 401 in every header. Give a key that it knows.`);
}

type Get = Server['get'];

/** A status that only a mock answers on demand tells it from a server that has its own mind. */
async function natureOf([operation]: readonly Operation[], get: Get) {
  if (!operation) throw new Error('The document has no GET operation to check.');
  const [plain, preferred] = [await get(operation), await get(operation, { prefer: 'code=402' })];
  const isMock = plain.status !== 402 && preferred.status === 402;
  const takesAnyKey = isMock && (await get(operation, { keys: { [recommendedHeader]: unknownKey } })).status === 200;
  return { isMock, takesAnyKey };
}

/** For each operation that answers one item of another's list: the first id that the list shows. */
async function shownIds(operations: readonly Operation[], get: Get): Promise<[string, string | undefined][]> {
  const ids: [string, string | undefined][] = [];
  for (const one of operations) {
    const last = one.parameters.find(({ name, returnedAs }) => returnedAs && one.path.endsWith(`/{${name}}`));
    const list = operations.find(({ path }) => last && one.path === `${path}/{${last.name}}`);
    if (!last?.returnedAs || !list) continue;
    const { json } = await get(list);
    const [first] = Array.isArray(json) ? json : [];
    const id: unknown = first?.[last.returnedAs];
    ids.push([last.name, typeof id === 'string' ? id : undefined]);
  }
  return ids;
}
