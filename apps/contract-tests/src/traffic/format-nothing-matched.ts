import type { MalformedPlaces } from './malformed-places.ts';
import type { TrafficCounts } from './traffic-counts.ts';

/** Says why no exchange could be checked, and what to do. */
export function formatNothingMatched(
  counts: TrafficCounts,
  origins: readonly string[],
  { count, places }: MalformedPlaces,
): string {
  const { exchanges, ofOtherOrigins, ofNoOperation, unknownRequests, withoutResponse, conditional } = counts;
  const [other] = counts.listOtherOrigins();
  const [malformed] = places;
  if (exchanges === 0 && malformed) {
    return (
      `Nothing could be read: ${malformed.file}: ${malformed.place} ${malformed.reason} (${count} in total). ` +
      'Pass HAR files, or logs with one exchange in each line, as JSON.'
    );
  }
  if (exchanges === 0) return 'The files have no exchanges. Record some traffic, and pass it again.';
  if (other && ofNoOperation === 0) {
    return (
      `None of ${exchanges} exchanges is of ${origins.join(' or ')}. Most are of ${other.origin} ` +
      `(${other.exchanges}). If that is the API, pass --origin ${other.origin}.`
    );
  }
  if (unknownRequests[0] !== undefined) {
    return (
      `None of the ${exchanges - ofOtherOrigins} exchanges of ${origins.join(' or ')} is of an operation of the document. The first ` +
      `one is ${unknownRequests[0]}. If the API has a base path, pass it with --origin, for example ` +
      `--origin ${origins[0]}/base.`
    );
  }
  return (
    `No response could be checked: ${withoutResponse} exchanges have no response, and ${conditional} depend on what the ` +
    'client has stored. Record the traffic without a cache.'
  );
}
