/** Quotes a text for a POSIX shell. */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Quotes a text in single quotes for JavaScript. */
export function quoteJavaScript(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Quotes a text in double quotes for Python. */
export function quotePython(text: string): string {
  return JSON.stringify(text);
}

/** Quotes a text in double quotes for Luau, which writes Unicode escapes in its own way. */
export function quoteLuau(text: string): string {
  return JSON.stringify(text).replace(/\\u([0-9a-f]{4})/gi, '\\u{$1}');
}
