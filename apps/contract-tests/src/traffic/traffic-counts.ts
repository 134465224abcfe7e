import type { OriginCount, TrafficResult } from '../model/traffic-result.ts';
import { redactQuery } from './recorded-keys.ts';

type CountName = 'checked' | 'withoutResponse' | 'conditional' | 'withoutBody' | 'tooLarge';

/** How many origins are counted one by one. The rest are counted together. */
const maximumOrigins = 1_000;
const maximumUnknownRequests = 5;
const maximumTextLength = 200;

/** Counts the exchanges of recorded traffic by what became of them. */
export interface TrafficCounts extends Record<CountName, number> {
  exchanges: number;
  ofNoOperation: number;
  readonly unknownRequests: readonly string[];
  readonly ofOtherOrigins: number;
  /** The most frequent first. */
  listOtherOrigins(): OriginCount[];
  increment(name: CountName): undefined;
  addOtherOrigin(origin: string): undefined;
  addUnknownRequest(method: string, target: string): undefined;
}

export function createTrafficCounts(): TrafficCounts {
  const origins = new Map<string, number>();
  const unknownRequests = new Set<string>();
  let ofOtherOrigins = 0;
  const counts: TrafficCounts = {
    exchanges: 0,
    checked: 0,
    withoutResponse: 0,
    conditional: 0,
    withoutBody: 0,
    tooLarge: 0,
    ofNoOperation: 0,
    get unknownRequests() {
      return [...unknownRequests];
    },
    get ofOtherOrigins() {
      return ofOtherOrigins;
    },
    listOtherOrigins: () =>
      [...origins]
        .map(([origin, exchanges]) => ({ origin, exchanges }))
        .sort((one, other) => other.exchanges - one.exchanges)
        .slice(0, 5),
    increment(name) {
      counts[name] += 1;
    },
    addOtherOrigin(origin) {
      ofOtherOrigins += 1;
      const name = origin.slice(0, maximumTextLength);
      if (origins.has(name) || origins.size < maximumOrigins) origins.set(name, (origins.get(name) ?? 0) + 1);
    },
    addUnknownRequest(method, target) {
      counts.ofNoOperation += 1;
      if (unknownRequests.size >= maximumUnknownRequests) return;
      const path = redactQuery(target).replace(/\?.*$/s, '');
      unknownRequests.add(`${method.toUpperCase()} ${path}`.slice(0, maximumTextLength));
    },
  };
  return counts;
}

/** The counts as a report has them. */
export function toTrafficCounts(
  counts: TrafficCounts,
): Omit<TrafficResult, 'files' | 'origins' | 'notKept' | 'malformed' | 'malformedPlaces' | 'limits'> {
  const { exchanges, checked, withoutResponse, conditional, withoutBody, tooLarge, ofNoOperation } = counts;
  const { unknownRequests, ofOtherOrigins } = counts;
  const otherOrigins = counts.listOtherOrigins();
  return {
    exchanges,
    checked,
    withoutResponse,
    conditional,
    withoutBody,
    tooLarge,
    ofNoOperation,
    unknownRequests,
    ofOtherOrigins,
    otherOrigins,
  };
}
