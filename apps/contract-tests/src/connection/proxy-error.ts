/** A proxy did not open a connection to the server. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  /** The status code of its response; undefined if the proxy is not reachable. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}
