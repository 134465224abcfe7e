import type { Operation } from '@giftoin/openapi';
import { fillPath } from '@giftoin/protocol';
import type { ApiKey } from './api-key.ts';
import type { Contract } from './contract.ts';
import { encodeSegment } from './encode-segment.ts';
import type { ExtraHeader } from './extra-headers.ts';
import { listPathParameters, toPlace } from './operations.ts';
import type { Redactors } from './redactors.ts';
import type { ServerAddress } from './server-url.ts';
import type { FormatMessage } from './suite-violation.ts';
import type { ParameterTexts, RequestBody, TestRequest } from './test-request.ts';

/** What the options say about the server, before anything is discovered. */
export interface ServerOptions {
  readonly contract: Contract;
  readonly address: ServerAddress;
  readonly extraHeaders: readonly ExtraHeader[];
  readonly key: ApiKey;
  /** Keys that lead to another status code than 200, by that status code. */
  readonly keysFor: ReadonlyMap<number, ApiKey>;
  /** Whether no proxy is in front of the server. */
  readonly isDirect: boolean;
  /** Whether any certificate of the server is accepted. */
  readonly isInsecure: boolean;
  /** Whether operations that change data are checked. */
  readonly checksWrites: boolean;
  readonly seed: number;
  readonly redactors: Redactors;
  readonly formatMessage: FormatMessage;
}

/** The server under test, with what discovery found out about it. */
export interface ServerUnderTest extends ServerOptions {
  /** The header that carries the key if a check does not name one. */
  readonly usualHeader: string;
  /** Whether the server is a mock: it obeys `Prefer` and has no state. */
  readonly isMock: boolean;
  /** Whether the server is a mock that accepts any key. */
  readonly acceptsAnyKey: boolean;
  /** Whether the server has sent a response before. */
  readonly isReachable: boolean;
  /** Values of the path parameters that lead to a success, by place. */
  readonly knownValues: ReadonlyMap<string, string | undefined>;
  /** The required query and header parameters of each operation, by operationId. */
  readonly requiredParameters: ReadonlyMap<string, ParameterTexts>;
  /** A body that fits the schema, by operationId. */
  readonly bodies: ReadonlyMap<string, RequestBody>;
  /** The IDs in a list, by the place of the path parameter that names one of its items. */
  readonly listedIds: ReadonlyMap<string, readonly string[]>;
}

/** What requests are created from. */
type RequestSource = Pick<ServerUnderTest, 'knownValues' | 'requiredParameters' | 'bodies'>;

/** Finds a value of a path parameter that leads to a success; undefined if there is none. */
export function findKnownValue(
  { knownValues }: Pick<ServerUnderTest, 'knownValues'>,
  operation: Operation,
  name: string,
): string | undefined {
  return knownValues.get(toPlace(operation, name));
}

/** The percent-encoded path parameters of an operation; undefined if one has no value that leads to a success. */
export function createKnownSegments(
  server: Pick<ServerUnderTest, 'knownValues'>,
  operation: Operation,
): Record<string, string> | undefined {
  const values = listPathParameters(operation).map(({ name }) => [name, findKnownValue(server, operation, name)]);
  if (values.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(values.map(([name, value = '']) => [name, encodeSegment(value)]));
}

/** The query and header parameters of a request: the required ones, and those that the request has. */
export function createParameters(
  { requiredParameters }: Pick<ServerUnderTest, 'requiredParameters'>,
  { operationId }: Operation,
  { parameters }: TestRequest,
): ParameterTexts {
  return { ...requiredParameters.get(operationId), ...parameters };
}

/** The path and query of a request, as they are sent. A path parameter without a known value has an unknown ID. */
export function createTarget(server: RequestSource, operation: Operation, request: TestRequest): string {
  const { segments, query = '' } = request;
  const path = fillPath(
    operation.path,
    (name) => segments?.[name] ?? encodeSegment(findKnownValue(server, operation, name) ?? unknownId),
  );
  const parameters = createParameters(server, operation, request);
  const documented = operation.parameters
    .filter(({ in: place }) => place === 'query')
    .flatMap(({ name }) => (parameters[name] ?? []).map((text) => `${encodeSegment(name)}=${encodeSegment(text)}`));
  if (documented.length === 0) return path + query;
  return `${path}?${[...documented, ...(query.length > 1 ? [query.slice(1)] : [])].join('&')}`;
}

/** The headers of a request, without its keys. */
export function createHeaders(
  server: Pick<ServerUnderTest, 'requiredParameters' | 'bodies'>,
  operation: Operation,
  request: TestRequest,
): Record<string, string> {
  const parameters = createParameters(server, operation, request);
  const documented = operation.parameters
    .filter(({ in: place, name }) => place === 'header' && parameters[name] !== undefined)
    .map(({ name }) => [name.toLowerCase(), (parameters[name] ?? []).join(',')]);
  const mediaType = findBody(server, operation, request)?.mediaType;
  return {
    ...Object.fromEntries(documented),
    ...(mediaType !== undefined && { 'content-type': mediaType }),
    ...request.headers,
  };
}

/** The body of a request; undefined if it has none. */
export function findBody(
  { bodies }: Pick<ServerUnderTest, 'bodies'>,
  { operationId }: Operation,
  { body }: TestRequest,
): RequestBody | undefined {
  return body === 'none' ? undefined : (body ?? bodies.get(operationId));
}

/** A request of an operation. */
interface OperationRequest {
  readonly operation: Operation;
  readonly request: TestRequest;
}

/** The keys that a request carries in key headers. */
export function listHeaderKeys(
  { key, usualHeader }: Pick<ServerUnderTest, 'key' | 'usualHeader'>,
  { operation: { apiKeyHeaders }, request: { keys } }: OperationRequest,
): readonly (readonly [header: string, key: ApiKey])[] {
  if (keys) return keys;
  const header = apiKeyHeaders.includes(usualHeader.toLowerCase()) ? usualHeader : apiKeyHeaders[0];
  return header === undefined ? [] : [[header, key]];
}

/** All keys that a request carries. */
export function listSentKeys(
  server: Pick<ServerUnderTest, 'key' | 'usualHeader'>,
  sent: OperationRequest,
): readonly ApiKey[] {
  return [...listHeaderKeys(server, sent).map(([, key]) => key), ...(sent.request.otherKeys ?? [])];
}

/** A well-formed ID that no server knows. */
export const unknownId = 'no-such-thing-4c8e1f5a9b';
