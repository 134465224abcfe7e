import type { Exchange } from '../model/exchange.ts';

/** The maximum size of a body that is kept whole, in bytes. */
const maximumKeptSize = 64 * 1024;
/** How much is kept of a larger body, in bytes. A report shows less. */
const keptSize = 8 * 1024;

const kept = new WeakMap<Exchange, Exchange>();

/** The part of an exchange that reports need, so that a run with many large responses keeps little of them. */
export function toKeptExchange(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (!response || response.body.length <= maximumKeptSize) return exchange;
  const known = kept.get(exchange);
  if (known) return known;
  // A copy, because a part of a buffer keeps all of it.
  const body = Buffer.from(response.body.subarray(0, keptSize));
  const fullLength = response.fullLength ?? response.body.length;
  const created: Exchange = { ...exchange, response: { ...response, body, json: undefined, fullLength } };
  kept.set(exchange, created);
  return created;
}
