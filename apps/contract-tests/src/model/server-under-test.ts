import type { Operation } from '@giftoin/openapi';
import { fillPath } from '@giftoin/protocol';
import type { ApiKey } from './api-key.ts';
import type { Contract } from './contract.ts';
import { listPathParameters } from './operations.ts';
import type { Redactors } from './redactors.ts';
import type { FormatMessage } from './suite-violation.ts';
import type { TestRequest } from './test-request.ts';

/** What the options say about the server, before anything is discovered. */
export interface ServerOptions {
  readonly contract: Contract;
  readonly origin: URL;
  readonly key: ApiKey;
  /** Keys that lead to another status code than 200, by that status code. */
  readonly keysFor: ReadonlyMap<number, ApiKey>;
  /** Whether no proxy is in front of the server. */
  readonly isDirect: boolean;
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
  /** Values of the path parameters that lead to 200. */
  readonly knownValues: ReadonlyMap<string, string | undefined>;
  /** The IDs in a list, by the path parameter that names one of its items. */
  readonly listedIds: ReadonlyMap<string, readonly string[]>;
}

/** The percent-encoded path parameters of an operation; undefined if one has no value that leads to 200. */
export function createKnownSegments(
  { knownValues }: Pick<ServerUnderTest, 'knownValues'>,
  operation: Operation,
): Record<string, string> | undefined {
  const values = listPathParameters(operation).map(({ name }) => [name, knownValues.get(name)] as const);
  if (values.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(values.map(([name, value]) => [name, encodeURIComponent(value ?? '')]));
}

/** The path and query of a request, as they are sent. A path parameter without a known value has an unknown ID. */
export function createTarget(
  { knownValues }: Pick<ServerUnderTest, 'knownValues'>,
  operation: Operation,
  { segments, query = '' }: TestRequest,
): string {
  const path = fillPath(
    operation.path,
    (name) => segments?.[name] ?? encodeURIComponent(knownValues.get(name) ?? unknownId),
  );
  return path + query;
}

/** The keys that a request carries in key headers. */
export function listHeaderKeys(
  { key, usualHeader }: Pick<ServerUnderTest, 'key' | 'usualHeader'>,
  { keys }: TestRequest,
): readonly (readonly [header: string, key: ApiKey])[] {
  return keys ?? [[usualHeader, key]];
}

/** All keys that a request carries. */
export function listSentKeys(
  server: Pick<ServerUnderTest, 'key' | 'usualHeader'>,
  request: TestRequest,
): readonly ApiKey[] {
  return [...listHeaderKeys(server, request).map(([, key]) => key), ...(request.otherKeys ?? [])];
}

/** A well-formed ID that no server knows. */
export const unknownId = 'no-such-thing-4c8e1f5a9b';
