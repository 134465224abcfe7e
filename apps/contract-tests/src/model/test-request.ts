import type { ApiKey } from './api-key.ts';

/** What a check sends. By default, every part is such that a conforming server returns a success. */
export interface TestRequest {
  /** The headers that carry a key, in the order in which they are sent. Default: the key of the run in its usual header. */
  readonly keys?: readonly (readonly [header: string, key: ApiKey])[];
  /** Path parameters as they are in the path: percent-encoded. */
  readonly segments?: Readonly<Record<string, string>>;
  /** Query and header parameters. Default: the required ones. */
  readonly parameters?: ParameterTexts;
  /** More query parameters, as they are in the URL. Starts with a question mark. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: a body that fits the schema, if the operation has a body. */
  readonly body?: RequestBody | 'none';
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

/** The texts of parameters by name, one for each time that the name is sent. A parameter that is undefined is not sent. */
export type ParameterTexts = Readonly<Record<string, readonly string[] | undefined>>;

/** The body of a request. */
export interface RequestBody {
  readonly text: string;
  /** The `Content-Type` header. It is not sent if undefined. */
  readonly mediaType: string | undefined;
}
