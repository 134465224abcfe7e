import type { ContractReport } from '../model/contract-report.ts';
import type { TrafficResult } from '../model/traffic-result.ts';

/** The title of a report. */
export function formatTitle({ url, traffic }: ContractReport): string {
  return `Contract checks ${traffic ? 'of recorded traffic of' : 'against'} ${url}`;
}

/** Formats what was read from recorded traffic, and what of it was not checked, in lines. */
export function formatTraffic(traffic: TrafficResult): string[] {
  const { exchanges, checked, withoutResponse, conditional, withoutBody, tooLarge, notKept } = traffic;
  const { ofOtherOrigins, otherOrigins, ofNoOperation, unknownRequests, malformed, malformedPlaces } = traffic;
  const origins = otherOrigins.map(({ origin, exchanges: count }) => `${origin} (${count})`).join(', ');
  const unnamed = malformed - malformedPlaces.length;
  const counted: [number, string][] = [
    [ofOtherOrigins, `of other origins: ${origins}`],
    [ofNoOperation, `of no operation of the document, for example ${unknownRequests.join(', ')}`],
    [withoutResponse, 'without a response'],
    [conditional, 'whose response depends on what the client has stored'],
    [withoutBody, 'checked without a body, because the recording has none'],
    [tooLarge, 'checked without a body, because it is too large or was shortened'],
  ];
  return [
    `${checked} of ${exchanges} exchanges checked`,
    ...counted.filter(([count]) => count > 0).map(([count, text]) => `${count} ${text}`),
    ...malformedPlaces.map(({ file, place, reason }) => `not read: ${file}: ${place} ${reason}`),
    ...(unnamed > 0 ? [`not read: ${unnamed} more places`] : []),
    ...(notKept > 0 ? [`${notKept} violations of further causes are not in this report`] : []),
    ...traffic.limits,
  ];
}
