/** What was measured in rounds: the median, with the least and the most. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

export function spreadOf(measured: readonly number[]): Spread {
  const sorted = measured.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
  return { least: at(0), median: at(0.5), most: at(1) };
}

/**
 * Measures in turn, each round beginning with another, so that whatever the machine does meanwhile strikes all alike.
 *
 * @param warmUps how many rounds are not counted
 * @returns for each name, its ratio to the first name's measure in the same round, and the measure itself
 */
export async function inTurn<Name extends string>(
  names: readonly Name[],
  rounds: number,
  warmUps: number,
  measure: (name: Name) => Promise<number>,
): Promise<ReadonlyMap<Name, { readonly ratio: Spread; readonly measured: Spread }>> {
  const counted: Map<Name, number>[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const measures = new Map<Name, number>();
    const shift = round % names.length;
    for (const name of [...names.slice(shift), ...names.slice(0, shift)]) measures.set(name, await measure(name));
    if (round >= warmUps) counted.push(measures);
  }
  const of = (measures: Map<Name, number>, name: Name | undefined) => (name && measures.get(name)) ?? Number.NaN;
  const columnOf = (name: Name) => ({
    ratio: spreadOf(counted.map((measures) => of(measures, name) / of(measures, names[0]))),
    measured: spreadOf(counted.map((measures) => of(measures, name))),
  });
  return new Map(names.map((name) => [name, columnOf(name)]));
}
