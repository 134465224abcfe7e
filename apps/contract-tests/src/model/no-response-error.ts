/** Why a request got no complete response. */
export type NoResponseCode = 'connection-failed' | 'response-incomplete' | 'response-late';

/** A request got no complete response. */
export class NoResponseError extends Error {
  override readonly name = 'NoResponseError';
  readonly code: NoResponseCode;

  constructor(code: NoResponseCode, message: string) {
    super(message);
    this.code = code;
  }
}
