/** The headers of a request by their names in lower case. The values of one name are joined with commas, or listed. */
export type IncomingHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request, whatever received it: a server of Node.js, or a function that stands behind `fetch` in a page. */
export interface IncomingRequest {
  /** In upper case. */
  readonly method: string;
  /** The path and the query as the client sent them, or an absolute URL. */
  readonly target: string;
  readonly headers: IncomingHeaders;
  /** Reads the body. Called at most once, and only if the headers announce a body. */
  readBody(): AsyncIterable<Uint8Array>;
}
