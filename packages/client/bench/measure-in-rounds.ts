/** The median, minimum and maximum of several rounds. */
export interface Spread {
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
}

/** How many measurements are made. */
export interface Schedule {
  readonly rounds: number;
  /** How often each round measures every name. */
  readonly turns: number;
  /** Turns before the first round, which do not count. */
  readonly warmUps: number;
}

/**
 * Measures several costs in short turns. Each turn starts with another name, so that other load on the machine affects all
 * names equally. Other load can only increase a cost, so a round takes the lower quartile of its turns.
 *
 * @returns for each name, the ratio of its cost to the cost of the first name in the same round
 */
export async function measureInRounds<Name extends string>(
  names: readonly Name[],
  { rounds, turns, warmUps }: Schedule,
  measure: (name: Name) => Promise<number>,
): Promise<ReadonlyMap<Name, Spread>> {
  for (let turn = 0; turn < warmUps; turn += 1) for (const name of names) await measure(name);
  const ratios = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const costs = new Map<Name, number[]>(names.map((name) => [name, []]));
    for (let turn = 0; turn < turns; turn += 1) {
      const first = turn % names.length;
      for (const name of [...names.slice(first), ...names.slice(0, first)]) costs.get(name)?.push(await measure(name));
    }
    const calculateCost = (name: Name | undefined) => quantile((name && costs.get(name)) ?? [], 0.25);
    for (const name of names) ratios.get(name)?.push(calculateCost(name) / calculateCost(names[0]));
  }
  return new Map([...ratios].map(([name, measured]) => [name, toSpread(measured)]));
}

function toSpread(measured: readonly number[]): Spread {
  return { minimum: quantile(measured, 0), median: quantile(measured, 0.5), maximum: quantile(measured, 1) };
}

function quantile(measured: readonly number[], part: number): number {
  const sorted = measured.toSorted((a, b) => a - b);
  return sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
}
