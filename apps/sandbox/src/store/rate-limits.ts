import { takeToken } from '@giftoin/simulator/sandbox';
import type { RateLimit } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';

/**
 * Takes a request from the request budget of an API key, a token bucket that all processes share.
 *
 * @returns how long to wait for the next token, in milliseconds. 0 if a token was taken.
 */
export function consumeRequestBudget(
  engine: Engine,
  workspace: string,
  keyName: string,
  rateLimit: RateLimit,
  now: number = Date.now(),
): Promise<number> {
  return engine.transaction('request', workspace, async (query) => {
    const condition = 'where workspace = $1 and key_name = $2';
    // Updates the row to lock it, so that two requests cannot take the same token.
    const lock = `update giftoin_sandbox.api_keys set full_at = full_at ${condition} returning full_at`;
    const [row] = await query(lock, workspace, keyName);
    const { fullAt, wait } = takeToken(Number(row?.full_at ?? 0), rateLimit, now);
    if (wait === 0)
      await query(`update giftoin_sandbox.api_keys set full_at = $3 ${condition}`, workspace, keyName, fullAt);
    return wait;
  });
}
