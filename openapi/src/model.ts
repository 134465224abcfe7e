import type { JsonObject } from './document.ts';

/** A JSON type that a parameter can have. */
export type ParameterType = 'string' | 'number' | 'integer' | 'boolean';

/** An operation of a document. References to parameters, responses, headers and examples are resolved. */
export interface Operation {
  readonly operationId: string;
  /** The HTTP method in lowercase, as in the document. */
  readonly method: string;
  /** The path template, with parameters in braces. */
  readonly path: string;
  /** The parameters of the path item and the operation. Their names are unique, and none is `body` if there is a body. */
  readonly parameters: readonly Parameter[];
  /** The names of the headers that can contain the API key, in order of precedence. */
  readonly apiKeyHeaders: readonly string[];
  /** The same headers, with the recommended one first: in the order of `security`. */
  readonly apiKeys: readonly ApiKey[];
  /** The JSON request body. `undefined` if the operation has none. */
  readonly requestBody: RequestBody | undefined;
  /** The schema of the JSON request body, with its references. `undefined` if the operation has no request body. */
  readonly requestSchema: JsonObject | undefined;
  /** The responses with a status code, in document order. At least one is a success (2xx). */
  readonly responses: readonly Response[];
  /** The responses of a range of status codes: `default`, `4XX`, … Use `findResponse` to find the response of a status code. */
  readonly responseRanges: readonly ResponseRange[];
  /** How the operation returns a long list in pages (`x-pagination`). `undefined` if it does not. */
  readonly pagination: Pagination | undefined;
  /**
   * Whether a client may send the request again if it does not know what became of the first one: `x-retryable`, or if
   * that is omitted, for GET and HEAD and for an operation with an idempotency key.
   */
  readonly isRetryable: boolean;
  /** The name of the header parameter that contains the idempotency key. `undefined` if there is none. */
  readonly idempotencyKeyHeader: string | undefined;
  readonly deprecated: boolean;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly tags: readonly string[];
  /** Where the statement comes from (`x-source`). */
  readonly source: string | undefined;
}

/** A header that can contain the API key. */
export interface ApiKey {
  readonly header: string;
  readonly description: string | undefined;
  readonly source: string | undefined;
}

/** An example with its texts. */
export interface NamedExample {
  /** The name in the document. A single `example` has the name `example`. */
  readonly name: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly value: unknown;
}

export interface Parameter {
  readonly name: string;
  /** `path`, `query` or `header`. */
  readonly in: string;
  readonly required: boolean;
  /** The schema with its references replaced by what they refer to. */
  readonly schema: JsonObject;
  /** The JSON types of the value, or of the items if it is an array. Null is omitted, because a URL cannot contain it. */
  readonly types: readonly ParameterType[];
  readonly isArray: boolean;
  /** Separates the items of an array. `undefined`: the name is repeated for each item (`a=1&a=2`). */
  readonly separator: ',' | ' ' | '|' | undefined;
  /** The first example in the document, of the parameter or of its schema. */
  readonly example: unknown;
  /** The property of a successful response that contains the value of this parameter (`x-returned-as`), if any. */
  readonly returnedAs: string | undefined;
  readonly isIdempotencyKey: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  /** Where the statement comes from: `x-source` of the parameter or of its schema. */
  readonly source: string | undefined;
}

export interface RequestBody {
  readonly required: boolean;
  /** `application/json` or another JSON media type. */
  readonly mediaType: string;
  /** The schema, with its references. An empty schema if the document has none. */
  readonly schema: JsonObject;
  /** The values of the examples, by name. A single `example` has the name `example`. */
  readonly examples: ReadonlyMap<string, unknown>;
  readonly namedExamples: readonly NamedExample[];
  readonly description: string | undefined;
}

export interface Response {
  readonly status: number;
  /** The media type of the response body. `undefined` if there is no body. */
  readonly mediaType: string | undefined;
  /** The schema of the response body, with its references. `undefined` if there is no body. */
  readonly schema: JsonObject | undefined;
  /** The values of the examples, by name. A single `example` has the name `example`. */
  readonly examples: ReadonlyMap<string, unknown>;
  readonly namedExamples: readonly NamedExample[];
  readonly headers: readonly ResponseHeader[];
  /** The names of the required headers. */
  readonly requiredHeaders: readonly string[];
  readonly description: string | undefined;
  /** Where the statement comes from (`x-source`). */
  readonly source: string | undefined;
}

/** The response of all status codes in a range that have no response of their own. */
export interface ResponseRange extends Omit<Response, 'status'> {
  /** As in the document: `default`, or for example `4XX`. */
  readonly name: string;
  /** The first status code of the range. */
  readonly from: number;
  /** The last status code of the range. */
  readonly to: number;
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  /** The schema with its references replaced by what they refer to. */
  readonly schema: JsonObject;
  /** The first example in the document, of the header or of its schema. */
  readonly example: unknown;
  readonly description: string | undefined;
  /** Where the statement comes from: `x-source` of the header or of its schema. */
  readonly source: string | undefined;
}

/** How an operation returns a long list in pages. Places in the response body are JSON pointers; `''` is the whole body. */
export type Pagination = CursorPagination | OffsetPagination;

/** Every page contains the cursor of the next one. */
export interface CursorPagination {
  readonly kind: 'cursor';
  /** The query parameter that the cursor is sent in. */
  readonly parameter: string;
  /** Where the response contains the next cursor. There is no next page if it is null, absent or empty. */
  readonly next: string;
  /** Where the response contains the items. */
  readonly items: string;
  /** The query parameter that limits the number of items. */
  readonly limit: string | undefined;
}

/** A page starts after a number of items. There is no next page if a page contains no items. */
export interface OffsetPagination {
  readonly kind: 'offset';
  /** The query parameter with the number of items to leave out. */
  readonly parameter: string;
  /** Where the response contains the items. */
  readonly items: string;
  /** The query parameter that limits the number of items. */
  readonly limit: string | undefined;
}

/** A request that the API sends to a server of its user. */
export interface Webhook {
  readonly name: string;
  /** The HTTP method in lowercase. */
  readonly method: string;
  /** The media type of the body. `undefined` if there is no body. */
  readonly mediaType: string | undefined;
  /** The schema of the body, with its references. `undefined` if there is no body. */
  readonly schema: JsonObject | undefined;
  /** The values of the examples, by name. A single `example` has the name `example`. */
  readonly examples: ReadonlyMap<string, unknown>;
  readonly namedExamples: readonly NamedExample[];
  readonly deprecated: boolean;
  readonly summary: string | undefined;
  readonly description: string | undefined;
}
