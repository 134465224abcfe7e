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
  usualHeader: string,
): (violation: RecordedViolation) => SharedCause | undefined {
  const causes = findIgnoredHeaders(violations, usualHeader);
  return ({ exchange: { request }, comparedWith }) => {
    const keys = [...(request.keys ?? []), ...(comparedWith?.keys ?? [])];
    const carrying = keys.filter(([, { value }]) => value.trim() !== '').map(([name]) => name.toLowerCase());
    return carrying.flatMap((name) => causes.get(name) ?? [])[0];
  };
}

/** Finds the headers in which a valid key counts as missing, by their names in lower case. */
function findIgnoredHeaders(violations: readonly RecordedViolation[], usualHeader: string): Map<string, SharedCause> {
  const spellings = violations.filter(isIgnoredKey).flatMap(({ exchange: { request } }) => {
    const [header] = request.keys?.[0] ?? [];
    return header === undefined ? [] : [header];
  });
  const causes = new Map<string, SharedCause>();
  for (const name of new Set(spellings.map((spelling) => spelling.toLowerCase()))) {
    causes.set(name, describeIgnoredHeader(name, spellings, usualHeader));
  }
  return causes;
}

/** @param spellings the names of the headers in which the key was ignored, as they were sent */
function describeIgnoredHeader(name: string, spellings: readonly string[], usualHeader: string): SharedCause {
  const inOneCase = (description: string) => ({
    id: 'header-case',
    description: `${description}. HTTP header names match in any case.`,
  });
  if (!spellings.includes(name)) return inOneCase('The server reads the names of the key headers only in lower case');
  if (usualHeader !== usualHeader.toLowerCase()) {
    return inOneCase(`The server reads the names of the key headers only in one case, as in ${usualHeader}`);
  }
  if (!spellings.includes(name.toUpperCase())) {
    return inOneCase(`The server reads the name of a key header only in capitals, as in ${name.toUpperCase()}`);
  }
  const description = name.includes('_')
    ? `The header ${name} does not reach the server: a proxy rejects underscores in header names, as nginx does ` +
      'without `underscores_in_headers on`.'
    : `The server does not read the header ${name}.`;
  return { id: `ignored-header: ${name}`, description };
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
