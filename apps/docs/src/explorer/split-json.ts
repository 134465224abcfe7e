/** A part of a text. `kind` is undefined for punctuation and spaces. */
export interface JsonPart {
  readonly kind?: 'json-key' | 'json-text' | 'json-value';
  readonly text: string;
}

/** Splits JSON into parts for display. Accepts any text. */
export function splitJson(text: string): readonly JsonPart[] {
  const parts: JsonPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g)) {
    const [token, string, colon] = match;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    const value = string ?? token;
    parts.push({
      kind: string === undefined ? 'json-value' : colon === undefined ? 'json-text' : 'json-key',
      text: value,
    });
    end = match.index + value.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
