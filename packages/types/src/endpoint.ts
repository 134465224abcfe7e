/** What a client needs to know of an operation to send its request. A property that is not set has its default. */
export interface Endpoint {
  /** The HTTP method in uppercase. */
  readonly method: string;
  /** The path template, with parameters in braces. */
  readonly path: string;
  /** Where each parameter is sent. */
  readonly parameters: Readonly<Record<string, 'path' | 'query' | 'header'>>;
  /** The parameters that callers have to give, except those in the path. Default: none. */
  readonly required?: readonly string[];
  /**
   * What separates the items of an array, for parameters that are sent as one value. Default: none. An array in the query
   * then repeats its name.
   */
  readonly separators?: Readonly<Record<string, ',' | ' ' | '|'>>;
  /** Whether the operation has a request body, which callers give by the name `body`. Default: it has none. */
  readonly body?: 'required' | 'optional';
  /** The media type of the request body. Default: `application/json`. */
  readonly mediaType?: string;
  /** The status codes of a success; `2XX` for all from 200 to 299. Default: 200. */
  readonly successes?: readonly number[] | '2XX';
  /** The status codes of a success without a body, for example 204. Default: none. */
  readonly emptySuccesses?: readonly number[];
  /** Whether the request can be sent again. Default: for GET, HEAD, OPTIONS and TRACE. */
  readonly isRetryable?: boolean;
  /** The header parameter with the idempotency key. A client creates the key if the caller gives none. Default: none. */
  readonly idempotencyKeyHeader?: string;
  /** How to request the next page. Default: the operation has no pages. */
  readonly pagination?: EndpointPagination;
}

/** How to request the next page. Places in the response body are JSON pointers; `''` is the whole body. */
export interface EndpointPagination {
  /** `cursor`: the response contains the value of `parameter` for the next page. `offset`: the number of items before it. */
  readonly kind: 'cursor' | 'offset';
  /** The query parameter that chooses the page. */
  readonly parameter: string;
  /** Where the response contains the items. */
  readonly items: string;
  /** Where the response contains the next cursor. There is no next page if it is null, absent or empty. */
  readonly next?: string;
  /** The query parameter that limits the number of items. */
  readonly limit?: string;
}
