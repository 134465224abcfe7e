import type { ValidateSchema } from './operation.ts';

const maxShown = 5;

/** Formats the first violations of a body: a message with hundreds would be unreadable. */
export function formatViolations(violations: ReturnType<ValidateSchema>): string {
  const shown = violations.slice(0, maxShown).map(({ path, message }) => `${path || 'the body'} ${message}`);
  const more = violations.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
