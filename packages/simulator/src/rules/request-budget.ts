import type { RateLimit } from '@giftoin/types/sandbox-control';

/**
 * Takes a request from the request budget of an API key, a token bucket.
 *
 * The bucket is one time: when it will be full again, in microseconds. Each request moves this time by the time that one
 * token takes to refill. The bucket is empty if the time would be further away than an empty bucket takes to refill.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 * @returns when the bucket is full again, and how long to wait for the next token, in milliseconds: 0 if one was taken
 */
export function takeToken(
  fullAt: number,
  { requests, per }: NonNullable<RateLimit>,
  now: number,
): { readonly fullAt: number; readonly wait: number } {
  const [instant, tokenTime] = [now * 1_000, Math.ceil((per * 1_000) / requests)];
  // `tokenTime` is rounded up, and the sum of that must not cost the last token of the bucket.
  const refillTime = Math.max(per * 1_000, tokenTime * requests);
  // If the clock was set back, the bucket is not emptier than empty.
  const current = Math.min(Math.max(fullAt, instant), instant + refillTime);
  const wait = current + tokenTime - instant - refillTime;
  return wait > 0 ? { fullAt: current, wait: wait / 1_000 } : { fullAt: current + tokenTime, wait: 0 };
}
