/** One thing that a server must do, with a way to find out. */
export interface Check {
  /** A full sentence that is true of a server that keeps the contract. */
  readonly title: string;
  /** The part of the document that the check covers, if it covers a documented answer. */
  readonly covers?: Covered;
  /** Why the check cannot be made of this server; it is then skipped by name. */
  readonly skip?: string;
  /** What is broken, a sentence each; none where the server keeps the contract. */
  run(): Promise<readonly string[]>;
}

/** A documented status of an operation, asked for with the API key in one of its headers. */
export interface Covered {
  readonly operationId: string;
  readonly status: number;
  readonly header: string;
}

/** A check that cannot be made of this server, by name and with the reason. */
export function skipped(check: Omit<Check, 'run' | 'skip'>, reason: string): Check {
  return { ...check, skip: reason, run: async () => [] };
}
