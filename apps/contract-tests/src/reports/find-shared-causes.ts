import { isSuccess } from '@giftoin/openapi';
import type { RecordedViolation } from '../engine/recorder.ts';

/** A known cause of violations of several checks. */
export interface SharedCause {
  /** Identifies the cause: its violations are one finding. */
  readonly id: string;
  /** The cause as a sentence for people. */
  readonly description: string;
}

/** Returns a function that finds the shared cause of a violation; undefined if it has none. */
export function findSharedCauses(
  violations: readonly RecordedViolation[],
): (violation: RecordedViolation) => SharedCause | undefined {
  const causes = findIgnoredHeaders(violations);
  return ({ exchange: { request }, comparedWith }) => {
    const keys = [...(request.keys ?? []), ...(comparedWith?.keys ?? [])];
    const carrying = keys.filter(([, { value }]) => value.trim() !== '').map(([name]) => name.toLowerCase());
    return carrying.flatMap((name) => causes.get(name) ?? [])[0];
  };
}

/** Finds the headers in which a valid key counts as missing, by their names in lower case. */
function findIgnoredHeaders(violations: readonly RecordedViolation[]): Map<string, SharedCause> {
  const names = violations.filter(isIgnoredKey).flatMap(({ exchange: { request } }) => {
    const [header] = request.keys?.[0] ?? [];
    return header === undefined ? [] : [header.toLowerCase()];
  });
  const causes = new Map<string, SharedCause>();
  for (const name of new Set(names)) {
    const description = name.includes('_')
      ? `The header ${name} does not reach the server: a proxy rejects underscores in header names, as nginx does ` +
        'without `underscores_in_headers on`.'
      : `The server does not read the header ${name}.`;
    causes.set(name, { id: `ignored-header: ${name}`, description });
  }
  return causes;
}

/** Whether the valid key alone led to 401. */
function isIgnoredKey({ requirement, code, values }: RecordedViolation): boolean {
  return (
    requirement === 'api-key' &&
    code === 'unexpected-status' &&
    values?.status === 401 &&
    [values.expectedStatus].flat().some((status) => isSuccess({ status: Number(status) }))
  );
}
