import type { ApiKey } from './api-key.ts';

/** What a check sends. By default, every part is such that a conforming server returns 200. */
export interface TestRequest {
  /** The headers that carry a key, in the order in which they are sent. Default: the key of the run in its usual header. */
  readonly keys?: readonly (readonly [header: string, key: ApiKey])[];
  /** Path parameters as they are in the path: percent-encoded. */
  readonly segments?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Keys in other places, which are redacted and searched for like the keys in their headers. */
  readonly otherKeys?: readonly ApiKey[];
  /** Whether a proxy can reject the request with any 4xx, in a format of its own. */
  readonly mayBeRejected?: boolean;
  /** Whether a proxy can normalize the path to another path. */
  readonly mayBeNormalized?: boolean;
  /** Whether a proxy that identifies itself can reject the request, because it cannot decode the path. */
  readonly mayBeUndecodable?: boolean;
  /** The status code that the check provokes, if it is one that the engine would otherwise retry (429) or report (500). */
  readonly provokes?: number;
}
