/** A request of an operation, from which the samples in all languages are created. */
export interface SampleCall {
  readonly operationId: string;
  /** The HTTP method in capitals. */
  readonly method: string;
  readonly url: string;
  /** The headers without the API key. */
  readonly headers: Readonly<Record<string, string>>;
  /** The header that carries the API key. Undefined: the operation needs none. */
  readonly apiKeyHeader: string | undefined;
  /** An API key that is not secret. Undefined: the sample reads the API key from the environment. */
  readonly apiKey: string | undefined;
  /** The request body. Undefined: none. */
  readonly body: unknown;
  /** What the method of the client gets. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The option `baseUrl` of the client. Undefined: its default. */
  readonly baseUrl: string | undefined;
  /** Whether a successful response has a body. */
  readonly hasResult: boolean;
}
