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
  const [instant, tokenTime, refillTime] = [now * 1_000, Math.ceil((per * 1_000) / requests), per * 1_000];
  const next = Math.max(fullAt, instant) + tokenTime;
  // `tokenTime` is rounded up, and the sum of that must not cost the last token of the bucket.
  const wait = next - instant - Math.max(refillTime, tokenTime * requests);
  return wait > 0 ? { fullAt, wait: wait / 1_000 } : { fullAt: next, wait: 0 };
}
