/** All values of each header, by the name in lower case. */
export type HeaderValues = Readonly<Record<string, readonly string[] | undefined>>;

/** A request and its response, as a browser, a proxy, a log or a middleware has recorded them. */
export interface RecordedExchange {
  /** The HTTP method, in any case. */
  readonly method: string;
  /** The absolute URL, or only the path and the query. */
  readonly url: string;
  readonly requestHeaders: HeaderValues;
  /** Undefined if there was no response. */
  readonly response: RecordedResponse | undefined;
}

export interface RecordedResponse {
  readonly status: number;
  /** The reason phrase of the status line. Empty if there is none. */
  readonly reason: string;
  /** Undefined if the recording has no headers. */
  readonly headers: HeaderValues | undefined;
  /** The decompressed body. */
  readonly body: RecordedBody;
}

/** The bytes of a body, or why there are none. An empty body has no bytes. */
export type RecordedBody = Buffer | 'not-recorded' | 'too-large';
