import type { RecordedViolation } from '../engine/recorder.ts';
import type { Exchange } from '../model/exchange.ts';

/**
 * Finds the cause of violations if there is only one: it explains every exchange, no other cause does, and no exchange of the same
 * checks has excluded it. Otherwise returns undefined.
 *
 * @param excludedCauses the causes that exchanges without violations have excluded, by the ID of the check
 */
export function findOnlyCause(
  violations: readonly RecordedViolation[],
  excludedCauses: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const byExchange = new Map<Exchange, Set<string>>();
  const checkIds = new Set<string>();
  for (const { exchange, likelyCause, checkId } of violations) {
    const causes = byExchange.get(exchange) ?? new Set();
    for (const cause of [likelyCause ?? []].flat()) causes.add(cause);
    byExchange.set(exchange, causes);
    checkIds.add(checkId);
  }
  const [first = new Set<string>(), ...others] = byExchange.values();
  const isExcluded = (cause: string) => [...checkIds].some((id) => excludedCauses.get(id)?.has(cause));
  const possible = [...first].filter((cause) => others.every((causes) => causes.has(cause)) && !isExcluded(cause));
  return possible.length === 1 ? possible[0] : undefined;
}
