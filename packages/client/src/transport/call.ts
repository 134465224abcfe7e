import type { OperationId } from '@giftoin/types';
import type { FetchOptions } from '../options/fetch-options.ts';
import type { Fetch } from '../options/giftoin-client-options.ts';

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
  /** Sends the requests of this call instead of the `fetch` of the client. */
  readonly fetch: Fetch | undefined;
  /** The options for `fetch` that the caller adds. */
  readonly fetchOptions: FetchOptions;
}
