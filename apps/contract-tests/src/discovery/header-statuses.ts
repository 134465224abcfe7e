import type { Operation } from '@giftoin/openapi';

/** The status codes of an operation, by the header that carried the key. */
export interface HeaderStatuses {
  readonly operation: Operation;
  readonly statuses: ReadonlyMap<string, number | undefined>;
}
