/** Formats a description as a JSDoc comment. */
export function formatDocComment(description = ''): string {
  return `/** ${description.trim().replaceAll('*/', '*\\/').replaceAll('\n', '\n * ')} */\n`;
}

/** Formats a JSON value as a literal with a narrow type. */
export function formatLiteral(value: unknown): string {
  return `${JSON.stringify(value, null, 2)} as const`;
}

/** Formats the name of a property: as it is, or quoted if it is not an identifier. */
export function formatKey(name: string): string {
  return isIdentifier(name) ? name : formatString(name);
}

/** Formats the access to a property: `.name`, or `['name']` if it is not an identifier. */
export function formatAccess(name: string): string {
  return isIdentifier(name) ? `.${name}` : `[${formatString(name)}]`;
}

/** Formats a string literal with single quotes. */
export function formatString(value: string): string {
  const text = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${text}'`;
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}
