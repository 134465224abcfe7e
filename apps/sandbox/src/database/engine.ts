/**
 * A value that both engines can store. Timestamps and counts are numbers. A list can only be a parameter of `anyOf`.
 */
export type Value = string | number | null | readonly string[];

export type Row = Readonly<Record<string, string | number | null>>;

/** Runs one statement. Its parameters are `$1`, `$2` and so on. */
export type Query = (statement: string, ...values: readonly Value[]) => Promise<Row[]>;

/**
 * What a transaction does:
 *
 * - `read`: reads one consistent state and changes nothing
 * - `write`: changes a workspace for the control API, which can take long
 * - `request`: changes a workspace for a request to the API, for example its request budget
 */
export type TransactionKind = 'read' | 'write' | 'request';

/** How long a transaction waits for those before it in its workspace, in milliseconds. */
export const maxWaits: Readonly<Record<TransactionKind, number>> = { read: 30_000, write: 30_000, request: 15_000 };

/** The lane of a transaction: in a process, a workspace has one of each kind at a time. */
export function toLane(kind: TransactionKind, workspace: string): string {
  return `each ${kind} of the workspace ${workspace}`;
}

/**
 * A database engine. Both engines accept the same SQL, so that they behave in the same way. Statements name the schema of
 * every table, `giftoin_sandbox`, because a connection has no state of its own behind a pooler. All methods throw a
 * `StoreUnavailableError` if the database is unavailable.
 */
export interface Engine {
  /** Reads for a request to the API. */
  readonly query: Query;
  /** Reads for the control API, so that it cannot delay the API. */
  readonly controlQuery: Query;
  /** Runs a transaction. In one process, the changes of a workspace run one after the other. */
  transaction<Result>(
    kind: TransactionKind,
    workspace: string,
    body: (query: Query) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Returns a number that grows with every change by any process, without a query. What was read at a number is valid
   * until the number changes. Undefined if the engine cannot do this.
   */
  readonly readChangeCount?: () => number;
  /** Returns an SQL condition: the column is in the list that a parameter, for example `$2`, holds. */
  anyOf(parameter: string): string;
  /** Returns an SQL table with one row for each item of the JSON array in a parameter. Its column is `value`. */
  itemsOf(parameter: string): string;
  /** An SQL expression for the clock of the database, in microseconds. Undefined if the clock of this machine is used. */
  readonly now: string | undefined;
  /** Statements that run before the migrations, in the same transaction. They lock out other processes. */
  readonly beforeMigrations: readonly string[];
  close(): Promise<void>;
}

/** The database is unavailable. Whether the transaction was committed is unknown. A retry can succeed. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
