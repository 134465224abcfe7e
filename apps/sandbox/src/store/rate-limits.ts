import { takeToken } from '@giftoin/simulator/sandbox';
import type { RateLimit } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';

/**
 * Takes a request from the request budget of an API key, a token bucket that all processes share.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z. Default: the clock of the database, because machines differ.
 * @returns how long to wait for the next token, in milliseconds. 0 if a token was taken.
 */
export function consumeRequestBudget(
  engine: Engine,
  workspace: string,
  keyName: string,
  rateLimit: RateLimit,
  now?: number,
): Promise<number> {
  return engine.transaction('request', workspace, async (query) => {
    const condition = 'where workspace = $1 and key_name = $2';
    // Updates the row to lock it, so that two requests cannot take the same token.
    const lock = `update giftoin_sandbox.api_keys set full_at = full_at ${condition}
      returning full_at, ${engine.now ?? 'null'} as now`;
    const [row] = await query(lock, workspace, keyName);
    const stored = Number(row?.full_at ?? 0);
    const instant = now ?? (row?.now ? Number(row.now) / 1_000 : Date.now());
    const { fullAt, wait } = takeToken(stored, rateLimit, Math.floor(instant));
    if (fullAt !== stored) {
      await query(`update giftoin_sandbox.api_keys set full_at = $3 ${condition}`, workspace, keyName, fullAt);
    }
    return wait;
  });
}
