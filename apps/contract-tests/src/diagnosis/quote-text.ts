const maximumLength = 100;

/** Shortens a text that a server sent to one line of printable ASCII characters. */
export function toPlainText(text: string): string {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .trim();
  return line.length > maximumLength ? `${line.slice(0, maximumLength)}…` : line;
}

/** Quotes a text that a server sent, like `toPlainText`. */
export function quoteText(text: string): string {
  return JSON.stringify(toPlainText(text));
}
