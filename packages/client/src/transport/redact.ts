/** Replaces the API key in a text that a server or a library wrote. */
export type Redact = (text: string) => string;

/** Creates a function that finds a key as it is, percent-encoded, and with JSON escapes, in any mixture. */
export function createRedactor(key: string): Redact {
  let pattern: RegExp | undefined;
  return (text) => {
    pattern ??= new RegExp(key.replace(/./gs, toPattern), 'gi');
    return text.replace(pattern, '[API key]');
  };
}

function toPattern(character: string): string {
  const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
  const encoded = character > '~' ? encodeURIComponent(character) : `%${hex}`;
  return `(?:\\\\?\\x${hex}|\\\\u00${hex}|${encoded})`;
}
