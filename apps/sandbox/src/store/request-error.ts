/** An error that a request to the store causes. The message says why and what to do. Nothing was changed. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  /** The HTTP status code to return: 400 if the request is invalid, 404 if something does not exist, 409 on a conflict. */
  readonly status: 400 | 404 | 409;

  constructor(status: 400 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}
