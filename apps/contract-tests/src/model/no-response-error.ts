/** Why a request got no complete response. */
export type NoResponseCode = 'connection-failed' | 'response-incomplete' | 'response-late' | 'response-too-large';

/** A request got no complete response. */
export class NoResponseError extends Error {
  override readonly name = 'NoResponseError';
  readonly code: NoResponseCode;
  /** Whether the head of a response arrived. */
  readonly hasHead: boolean;

  /**
   * @param cause the error of the connection
   * @param hasHead Default: false
   */
  constructor(code: NoResponseCode, message: string, cause?: Error, hasHead = false) {
    super(message, { cause });
    this.code = code;
    this.hasHead = hasHead;
  }
}

/** @param timeout how long the request has waited, in milliseconds */
export function createLateError(timeout: number, hasHead: boolean): NoResponseError {
  const waited = `${Math.round(timeout / 100) / 10} s`;
  const message = hasHead ? `the response did not end within ${waited}` : `no response within ${waited}`;
  return new NoResponseError('response-late', message, undefined, hasHead);
}
