import type { Operation } from '@giftoin/openapi';
import type { Contract } from './contract.ts';
import { pathParametersOf } from './contract.ts';
import type { Key } from './keys.ts';

/** What to send: every part has a default that a server which keeps the contract answers with 200. */
export interface Sent {
  /** The headers that carry a key, in the order in which they are sent. The known key in the usual header by default. */
  readonly keys?: readonly (readonly [header: string, key: Key])[];
  /** Path parameters as they stand in the path, already percent-encoded. */
  readonly segments?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Keys that stand elsewhere than in their headers, to be hidden and searched for too. */
  readonly otherKeys?: readonly Key[];
  /** Whether what stands in front of a server may refuse the request with any 4xx, in a shape of its own. */
  readonly mayBeRefused?: boolean;
  /** Whether what stands in front may fold the path into another. */
  readonly mayBeFolded?: boolean;
  /** Whether a proxy that gives its name may refuse it: one that cannot read the path. */
  readonly mayBeUnreadable?: boolean;
  /** The status that is asked for, where it is one that would otherwise be waited out (429) or broken (500). */
  readonly wants?: number;
}

/** The server under test, as far as it is known before the checks. */
export interface Server {
  readonly contract: Contract;
  readonly origin: URL;
  readonly key: Key;
  readonly keysFor: ReadonlyMap<number, Key>;
  /** The header that carries the key where a check does not name one. */
  readonly usualHeader: string;
  /** Whether the server is a mock, which answers as `Prefer` asks and has no state. */
  readonly isMock: boolean;
  /** Whether it is one that takes any key. */
  readonly takesAnyKey: boolean;
  readonly isDirect: boolean;
  /** Whether it has answered before. */
  readonly isMet: boolean;
  readonly seed: number;
  /** The values of the path parameters that are known to be answered with 200. */
  readonly known: ReadonlyMap<string, string | undefined>;
  /** What a list shows, by the path parameter that names one of its items. */
  readonly listed: ReadonlyMap<string, readonly string[]>;
}

/** The values of an operation's path parameters, encoded; undefined where one has none that is known to be answered. */
export function segmentsOf({ known }: Pick<Server, 'known'>, operation: Operation): Record<string, string> | undefined {
  const values = pathParametersOf(operation).map(({ name }) => [name, known.get(name)] as const);
  if (values.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(values.map(([name, value]) => [name, encodeURIComponent(value ?? '')]));
}

/** The path and query of a request, as they are sent. What is not known of the path has a value that nobody has. */
export function targetOf(server: Pick<Server, 'known'>, operation: Operation, { segments, query = '' }: Sent): string {
  const known = (name: string) => encodeURIComponent(server.known.get(name) ?? unknownId);
  return operation.path.replaceAll(/\{(.+?)\}/g, (_, name) => segments?.[name] ?? known(name)) + query;
}

/** The keys that a request carries in their headers. */
export function keysOf(server: Pick<Server, 'key' | 'usualHeader'>, { keys }: Sent) {
  return keys ?? [[server.usualHeader, server.key] as const];
}

/** An identifier that is well-formed and that no server knows. */
export const unknownId = 'no-such-thing-4c8e1f5a9b';
