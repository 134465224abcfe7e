import autocannon from 'autocannon';
import type { Child } from './child.ts';

/** What a server did under load. */
export interface Load {
  /** Requests a second. */
  readonly rate: number;
  /** How long the slowest hundredth took at least, in milliseconds. */
  readonly p99: number;
  /** CPU time a request, in microseconds; undefined where it is not known. */
  readonly cpu: number | undefined;
}

const connections = 64;

/**
 * Asks a server on this machine for so many seconds, for each of the paths in turn. An answer that is no 200 is a mistake
 * of the benchmark.
 */
export async function load(
  child: Pick<Child, 'port'> & Partial<Child>,
  paths: readonly string[],
  seconds: number,
): Promise<Load> {
  const before = await child.usage?.();
  const result = await autocannon({
    url: `http://127.0.0.1:${child.port}`,
    connections,
    duration: seconds,
    headers: { 'x-gft-api-key': 'gft_default_sandbox' },
    requests: paths.map((path) => ({ method: 'GET', path })),
  });
  const after = await child.usage?.();
  if (result.errors + result.non2xx + result.timeouts > 0) {
    throw new Error(`${paths[0]}: ${result.non2xx} answers were no 200, ${result.errors} requests failed.`);
  }
  const cpu = before && after && (after.cpu - before.cpu) / result.requests.total;
  return { rate: result.requests.total / result.duration, p99: result.latency.p99, cpu };
}

/** The ratio of two loads, taken in turn: the median of the pairs, with the least and the most. */
export interface Ratio {
  readonly rate: readonly [least: number, median: number, most: number];
  readonly p99: number;
  readonly cpu: number | undefined;
  /** The median rate of the first, in requests a second. */
  readonly perSecond: number;
}

export async function compare(one: () => Promise<Load>, other: () => Promise<Load>, rounds: number): Promise<Ratio> {
  const pairs: [Load, Load][] = [];
  for (let round = 0; round <= rounds; round += 1) pairs.push([await one(), await other()]);
  // The first round warms both up.
  const counted = pairs.slice(1);
  const ratios = (of: (load: Load) => number) =>
    counted.map(([left, right]) => of(left) / of(right)).sort((a, b) => a - b);
  const rates = ratios(({ rate }) => rate);
  const hasCpu = counted.every(([left, right]) => left.cpu !== undefined && right.cpu !== undefined);
  return {
    rate: [rates[0] ?? 0, median(rates), rates.at(-1) ?? 0],
    p99: median(ratios(({ p99 }) => Math.max(p99, 1))),
    cpu: hasCpu ? median(ratios(({ cpu }) => cpu ?? 0)) : undefined,
    perSecond: median(counted.map(([left]) => left.rate).sort((a, b) => a - b)),
  };
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
