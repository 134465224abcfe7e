/** An error that a request causes. The server sends it in the format of the contract. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  /** The HTTP status code. */
  readonly status: number;
  /** The error code of the contract. Default: the status code. */
  readonly errorCode: number;
  /** Headers to send with it, for example `retry-after`. */
  readonly headers: Readonly<Record<string, string>>;

  /** @param message a sentence for people, without anything that the client sent */
  constructor(
    status: number,
    message: string,
    options: {
      readonly errorCode?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.status = status;
    this.errorCode = options.errorCode ?? status;
    this.headers = options.headers ?? {};
  }
}

/** 401 and error code 1002: no header carries an API key. */
export function createMissingApiKeyError(recommendedHeader: string): RequestError {
  return new RequestError(401, `The API key is missing. Send it in the header ${recommendedHeader}.`, {
    errorCode: 1002,
  });
}

/** 401 and error code 1001: the server does not know the API key. */
export function createUnknownApiKeyError(): RequestError {
  return new RequestError(401, 'The API key is unknown.', { errorCode: 1001 });
}
