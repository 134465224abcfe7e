/** How deep objects and arrays can be nested. A validator that follows a schema into a deeper body would overflow its stack. */
export const maxDepth = 200;

/** The value of a JSON text, or the end of a sentence that says what is wrong with it. */
export type JsonResult =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

/** Parses a JSON text. The problem contains nothing of the text but a character, because it could be secret. */
export function parseJson(bytes: Uint8Array): JsonResult {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: 'is not UTF-8' };
  }
  if (isDeeperThan(bytes, maxDepth)) return { problem: `is nested deeper than ${maxDepth} levels` };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `is not valid JSON: ${describeSyntaxError(error as SyntaxError)}` };
  }
}

/** The message of V8 without its excerpt of the text, for example `Unexpected token '}'`. */
export function describeSyntaxError({ message }: SyntaxError): string {
  if (/^"|^\.\.\."/.test(message)) return 'Unexpected text';
  return message.replace(/, (\.\.\.)?".*$/s, '');
}

function isDeeperThan(bytes: Uint8Array, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === backslash) index += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === openBrace || byte === openBracket) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === closeBrace || byte === closeBracket) depth -= 1;
  }
  return false;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = new TextEncoder().encode('"\\{}[]');
