/** A value that both engines store: timestamps and counts are numbers, lists go in as parameters of `anyOf` alone. */
export type Value = string | number | null | readonly string[];

export type Row = Readonly<Record<string, string | number | null>>;

/** Runs one statement, with its parameters in the places `$1`, `$2` and so on. */
export type Query = (statement: string, ...values: readonly Value[]) => Promise<Row[]>;

/**
 * What the store needs of a database. Both engines take the same SQL, so that what is true of one holds for the other.
 * Everything throws `StoreUnavailableError` where the database does not answer.
 */
export interface Engine {
  readonly query: Query;
  /** Runs all or nothing. A `read` sees one moment and changes nothing. */
  transaction<Result>(kind: 'read' | 'write', body: (query: Query) => Promise<Result>): Promise<Result>;
  /**
   * A number that grows with every change by any process, where it can be had without asking the database: what was read
   * at a number is true as long as that stands.
   */
  readonly readChangeCount?: () => number;
  /** The condition that a column is in the list at a place, such as `$2`. */
  anyOf(place: string): string;
  /** Statements that make room for the tables, and keep other processes from making them at the same time. */
  readonly beforeMigrations: readonly string[];
  close(): Promise<void>;
}

/** The database does not answer: nothing else can be said of what was asked. It may answer again. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
