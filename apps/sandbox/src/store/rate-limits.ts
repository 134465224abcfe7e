import type { RateLimit } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';

/**
 * Takes a request from the request budget of an API key, a token bucket that all processes share.
 *
 * The bucket is stored as one time: when it will be full again, in microseconds. Each request moves this time by the time
 * that one token takes to refill. The bucket is empty if the time would be further away than an empty bucket takes to
 * refill.
 *
 * @returns how long to wait for the next token, in milliseconds. 0 if a token was taken.
 */
export function consumeRequestBudget(
  engine: Engine,
  workspace: string,
  keyName: string,
  { requests, per }: RateLimit,
  now: number = Date.now(),
): Promise<number> {
  const [instant, tokenTime, refillTime] = [now * 1_000, Math.ceil((per * 1_000) / requests), per * 1_000];
  return engine.transaction('write', async (query) => {
    const condition = 'where workspace = $1 and key_name = $2';
    // Updates the row to lock it, so that two requests cannot take the same token.
    const lock = `update api_keys set full_at = full_at ${condition} returning full_at`;
    const [row] = await query(lock, workspace, keyName);
    const fullAt = Math.max(Number(row?.full_at ?? 0), instant) + tokenTime;
    // `tokenTime` is rounded up, and the sum of that must not cost the last token of the bucket.
    const wait = fullAt - instant - Math.max(refillTime, tokenTime * requests);
    if (wait > 0) return wait / 1_000;
    await query(`update api_keys set full_at = $3 ${condition}`, workspace, keyName, fullAt);
    return 0;
  });
}
