import type { OperationId } from '@giftoin/types';
import type { FetchOptions } from '../options/fetch-options.ts';

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
  /** The options for `fetch` that the caller adds. */
  readonly fetchOptions: FetchOptions;
}
