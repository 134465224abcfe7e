/** How many retries the calls of a client can still use. */
export interface RetryBudget {
  /** Takes one retry. Returns false if none is left. */
  take(): boolean;
  /** Gives one retry back, up to the capacity. */
  refill(): void;
}

/**
 * Creates a budget. It depends on successes and not on time, because a server that fails for a long time must not receive
 * more requests the longer it fails.
 */
export function createRetryBudget(capacity: number): RetryBudget {
  let left = capacity;
  return {
    take() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    refill() {
      left = Math.min(capacity, left + 1);
    },
  };
}
