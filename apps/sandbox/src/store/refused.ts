/** What was asked cannot be done; the message says why and what to do. Nothing was changed. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** The HTTP status that fits: 400 malformed, 404 not there, 409 not in this state. */
  readonly status: 400 | 404 | 409;

  constructor(status: 400 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}
