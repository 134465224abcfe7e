/** A place in a document, and what is wrong or worth knowing there. */
export interface Problem {
  /** The operation and its part, for example `GET /pets, parameter limit`, or a JSON pointer, for example `#/servers/0`. */
  readonly place: string;
  /** A sentence for people, with what to do. */
  readonly reason: string;
}

/** The document cannot be read or is not valid. The message contains the reason and what to do. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  /** Every problem of the document, if it can be read but contains what is not supported. */
  readonly problems: readonly Problem[];

  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** Creates the error that lists all problems of a document, one in a line. */
export function createUnsupportedError(problems: readonly Problem[]): DocumentError {
  const lines = problems.map(({ place, reason }) => `${place}: ${reason}`);
  return new DocumentError(lines.join('\n'), problems);
}
