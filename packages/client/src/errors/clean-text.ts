/** Cuts a text that is longer than a limit, and marks the cut. Never cuts a character in two. */
export function cutText(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/**
 * Cleans a text that a server or a library wrote, for a message: replaces control characters, which can write to a
 * terminal, and characters that change the direction of text. Cuts it to 500 characters.
 */
export function cleanText(text: string): string {
  const start = text.slice(0, 10_000);
  return cutText(start.replace(/[\s\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim(), 500);
}
