import type { Load } from './send-load.ts';

/** How long to measure. */
export interface Duration {
  /** Seconds of load per round. */
  readonly seconds: number;
  readonly rounds: number;
}

/** The ratio of two loads: the median of the rounds, with the minimum and the maximum. */
export interface Ratio {
  readonly rate: readonly [min: number, median: number, max: number];
  readonly p99: number;
  /** Undefined if the CPU time of one of them is unknown. */
  readonly cpu: number | undefined;
  /** The median rate of the first, in requests per second. */
  readonly perSecond: number;
}

/** Measures two loads alternately. The first round warms up and does not count. */
export async function compare(
  measureFirst: () => Promise<Load>,
  measureSecond: () => Promise<Load>,
  rounds: number,
): Promise<Ratio> {
  const pairs: [Load, Load][] = [];
  for (let round = 0; round <= rounds; round += 1) pairs.push([await measureFirst(), await measureSecond()]);
  const counted = pairs.slice(1);
  const computeRatios = (read: (load: Load) => number) =>
    counted.map(([first, second]) => read(first) / read(second)).sort((a, b) => a - b);
  const rates = computeRatios(({ rate }) => rate);
  const hasCpu = counted.every(([first, second]) => first.cpu !== undefined && second.cpu !== undefined);
  return {
    rate: [rates[0] ?? 0, readMedian(rates), rates.at(-1) ?? 0],
    p99: readMedian(computeRatios(({ p99 }) => Math.max(p99, 1))),
    cpu: hasCpu ? readMedian(computeRatios(({ cpu }) => cpu ?? 0)) : undefined,
    perSecond: readMedian(counted.map(([first]) => first.rate).sort((a, b) => a - b)),
  };
}

function readMedian(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function printRatio(title: string, { rate, p99, cpu, perSecond }: Ratio): void {
  const [min, median, max] = rate.map((value) => value.toFixed(2));
  const cpuText = cpu === undefined ? '' : `, CPU time per request × ${cpu.toFixed(2)}`;
  console.log(
    `${title}: ${median} (${min}–${max}), p99 × ${p99.toFixed(1)}${cpuText}; ${Math.round(perSecond)} requests/s`,
  );
}
