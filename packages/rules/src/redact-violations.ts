import type { Redact, Violation } from '@giftoin/protocol';

/**
 * Redacts secrets in the messages, paths and values of violations, which quote the response.
 *
 * @param redact see `createKeyRedactor`
 */
export function redactViolations<Type extends Violation>(violations: readonly Type[], redact: Redact): Type[] {
  return violations.map((violation) => ({
    ...violation,
    path: redact(violation.path),
    ...(violation.values && { values: redactValues(violation.values, redact) }),
    message: redact(violation.message),
  }));
}

/** The values of a violation are scalars and arrays of scalars. */
function redactValues(values: Readonly<Record<string, unknown>>, redact: Redact): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]),
  );
}
