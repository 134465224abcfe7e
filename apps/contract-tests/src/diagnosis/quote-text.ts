const maximumLength = 100;

/** Quotes a text that a server sent, in one line of printable ASCII characters. */
export function quoteText(text: string): string {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .trim();
  return JSON.stringify(line.length > maximumLength ? `${line.slice(0, maximumLength)}…` : line);
}
