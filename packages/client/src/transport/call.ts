import type { OperationId } from '@giftoin/types';

/** One call of a method, with all its attempts. */
export interface Call {
  readonly operationId: OperationId;
  /** The time limit of the call, in milliseconds. */
  readonly timeout: number;
  /** When the timeout ends, on the clock of `performance.now()`. */
  readonly deadline: number;
  readonly retries: number;
  readonly signal: AbortSignal | undefined;
  /** The headers that the caller adds. */
  readonly headers: Readonly<Record<string, string>>;
}
