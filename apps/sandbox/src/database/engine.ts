/**
 * A value that both engines can store. Timestamps and counts are numbers. A list can only be a parameter of `anyOf`.
 */
export type Value = string | number | null | readonly string[];

export type Row = Readonly<Record<string, string | number | null>>;

/** Runs one statement. Its parameters are `$1`, `$2` and so on. */
export type Query = (statement: string, ...values: readonly Value[]) => Promise<Row[]>;

/**
 * A database engine. Both engines accept the same SQL, so that they behave in the same way. All methods throw a
 * `StoreUnavailableError` if the database is unavailable.
 */
export interface Engine {
  readonly query: Query;
  /** Runs a transaction. A `read` transaction reads one consistent state and changes nothing. */
  transaction<Result>(kind: 'read' | 'write', body: (query: Query) => Promise<Result>): Promise<Result>;
  /**
   * Returns a number that grows with every change by any process, without a query. What was read at a number is valid
   * until the number changes. Undefined if the engine cannot do this.
   */
  readonly readChangeCount?: () => number;
  /** Returns an SQL condition: the column is in the list that a parameter, for example `$2`, holds. */
  anyOf(parameter: string): string;
  /** Statements that run before the migrations, in the same transaction. They lock out other processes. */
  readonly beforeMigrations: readonly string[];
  close(): Promise<void>;
}

/** The database is unavailable. Whether the transaction was committed is unknown. A retry can succeed. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
