import type { ValidateSchema } from './operation.ts';

const maxShown = 5;
/** How many violations are counted. A validator can stop there. */
const maxCounted = 100;

/** Formats the first violations of a body: a message with hundreds would be unreadable. */
export function formatViolations(violations: ReturnType<ValidateSchema>): string {
  const shown = violations.slice(0, maxShown).map(({ path, message }) => `${path || 'the body'} ${message}`);
  const more = Math.min(violations.length, maxCounted) - shown.length;
  const count = violations.length < maxCounted ? `${more}` : `at least ${more}`;
  return [...shown, ...(more > 0 ? [`and ${count} more`] : [])].join('; ');
}
