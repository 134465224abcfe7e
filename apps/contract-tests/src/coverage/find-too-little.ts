import { formatMissingSituations } from '../checks/responses/situations.ts';
import type { CoverageReport, CoverageRequirement, CoverageShare } from '../model/coverage-report.ts';
import type { Coverage } from './create-coverage.ts';

/** Finds out what a run should have exercised, but has not; undefined if it has exercised enough. */
export function findTooLittle(
  required: CoverageRequirement,
  { situations }: Pick<Coverage, 'situations'>,
  { rules, situations: shown, properties, statuses }: CoverageReport,
  hasPrograms: boolean,
): string | undefined {
  if (required === 'nothing') return undefined;
  if (required === 'progress') {
    return hasPrograms && !situations.has('progress') ? formatMissingSituations(['progress'], false) : undefined;
  }
  const shares =
    required === 'all'
      ? { rules, ...(shown && { situations: shown }), properties, 'status codes': statuses }
      : { rules: withoutKeys(rules) };
  const missing = Object.entries(shares).filter(([, share]) => share.missing.length > 0);
  if (missing.length === 0) return undefined;
  return missing.map(([name, share]) => formatMissing(name, share)).join('; ');
}

/** A 429 requires a key of its own. Without one, its headers cannot be checked. */
function withoutKeys(rules: CoverageShare): CoverageShare {
  return { ...rules, missing: rules.missing.filter((rule) => !['retry-after', 'response-headers'].includes(rule)) };
}

function formatMissing(name: string, { exercised, total, missing }: CoverageShare): string {
  return `${exercised} of ${total} ${name} were exercised, without ${missing.join(', ')}`;
}
