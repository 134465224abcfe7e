/** Why a request got no complete response. */
export type NoResponseCode = 'connection-failed' | 'response-incomplete' | 'response-late' | 'response-too-large';

/** A request got no complete response. */
export class NoResponseError extends Error {
  override readonly name = 'NoResponseError';
  readonly code: NoResponseCode;
  /** Whether the head of a response arrived. */
  readonly hasHead: boolean;

  /** @param cause the error of the connection */
  constructor(code: NoResponseCode, message: string, cause?: Error, hasHead = false) {
    super(message, { cause });
    this.code = code;
    this.hasHead = hasHead;
  }
}
