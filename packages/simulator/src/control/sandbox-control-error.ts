/** The sandbox returned an error, or could not be reached. */
export class SandboxControlError extends Error {
  override readonly name = 'SandboxControlError';
  /** The HTTP status code of the response. Undefined if there was no response. */
  readonly status: number | undefined;

  constructor(message: string, status?: number, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}
