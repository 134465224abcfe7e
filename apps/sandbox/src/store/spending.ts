import type { Fault, RateLimit } from '@giftoin/types/sandbox-control';
import { lock, touch } from './catalogue.ts';
import type { Engine } from './engine.ts';
import { faultOf } from './keys.ts';

/**
 * Takes a request out of a key's token bucket, which all processes share.
 *
 * The bucket is kept as the one moment at which it will be full again, in microseconds: each request puts that off by what
 * one token takes to come back, and there is none left where that would be further off than an empty bucket takes.
 *
 * @returns how long until there is one, in milliseconds; 0 where there was one and it is taken
 */
export function takeRequest(
  engine: Engine,
  workspace: string,
  keyName: string,
  { requests, per }: NonNullable<RateLimit>,
  now: number = Date.now(),
): Promise<number> {
  const [instant, token, whole] = [now * 1_000, Math.ceil((per * 1_000) / requests), per * 1_000];
  return engine.transaction('write', async (query) => {
    // The update alone locks the row, so that two requests do not take the same token.
    const here = 'where workspace = $1 and key_name = $2';
    const [row] = await query(`update api_keys set full_at = full_at ${here} returning full_at`, workspace, keyName);
    const fullAt = Math.max(Number(row?.full_at ?? 0), instant) + token;
    // A token is rounded up to whole microseconds: the last of the bucket must not fail by the sum of that.
    const excess = fullAt - instant - Math.max(whole, token * requests);
    if (excess > 0) return excess / 1_000;
    await query(`update api_keys set full_at = $3 ${here}`, workspace, keyName, fullAt);
    return 0;
  });
}

/** The fault that befalls the next request of a key, used up by one; undefined where none does. */
export function takeFault(engine: Engine, workspace: string, keyName: string): Promise<Fault | undefined> {
  return engine.transaction('write', async (query) => {
    await lock(query, workspace);
    const here = 'where workspace = $1 and key_name = $2';
    const counted = await query(`update faults set seen = seen + 1 ${here} returning *`, workspace, keyName);
    const inOrder = [...counted].sort((one, other) => Number(one.position) - Number(other.position));
    const row = inOrder.find((candidate) => befalls(faultOf(candidate).share, Number(candidate.seen)));
    if (!row) return undefined;
    if (row.remaining !== null) {
      const fault = `${here} and position = $3`;
      await query(`update faults set remaining = remaining - 1 ${fault}`, workspace, keyName, row.position ?? 0);
      await query(`delete from faults ${fault} and remaining <= 0`, workspace, keyName, row.position ?? 0);
      if (Number(row.remaining) <= 1) await touch(query, workspace);
    }
    return faultOf(row);
  });
}

/** Whether the request of a number befalls a share: evenly spread and the same each time, so that a test can rely on it. */
function befalls(share = 1, number: number): boolean {
  return Math.floor(number * share) > Math.floor((number - 1) * share);
}
