/** Formats a description as a JSDoc comment. */
export function formatDocComment(description = ''): string {
  return `/** ${description.trim().replaceAll('*/', '*\\/').replaceAll('\n', '\n * ')} */\n`;
}

/** Formats a JSON value as a literal with a narrow type. */
export function formatLiteral(value: unknown): string {
  return `${JSON.stringify(value, null, 2)} as const`;
}
