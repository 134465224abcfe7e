/** A run that could not start, or has not finished. Reports are written for it too, so that no older report seems to be new. */
export interface FailedRun {
  /** The URL of the server; undefined if it is not known. */
  readonly url: string | undefined;
  /** What happened, and what to do. */
  readonly reason: string;
}
