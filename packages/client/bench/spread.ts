/** What was measured in rounds: the median, with the least and the most. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** How often it is measured: in rounds of short turns. */
export interface Effort {
  readonly rounds: number;
  readonly turns: number;
  /** Turns that are not counted, while everything becomes warm. */
  readonly warmUps: number;
}

/**
 * Measures in short turns, each beginning with another, so that whatever the machine does meanwhile strikes all alike.
 * Whatever else runs there only adds to a cost, so a round counts the lower quartile of its turns.
 *
 * @returns for each name, the ratio of its cost to that of the first name in the same round
 */
export async function inTurn<Name extends string>(
  names: readonly Name[],
  { rounds, turns, warmUps }: Effort,
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
    const costOf = (name: Name | undefined) => quantile((name && costs.get(name)) ?? [], 0.25);
    for (const name of names) ratios.get(name)?.push(costOf(name) / costOf(names[0]));
  }
  return new Map([...ratios].map(([name, measured]) => [name, spreadOf(measured)]));
}

function spreadOf(measured: readonly number[]): Spread {
  return { least: quantile(measured, 0), median: quantile(measured, 0.5), most: quantile(measured, 1) };
}

function quantile(measured: readonly number[], part: number): number {
  const sorted = measured.toSorted((a, b) => a - b);
  return sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
}
