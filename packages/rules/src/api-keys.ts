import type { Finding } from './finding.ts';

/** What is shorter stands in an answer by chance, as a word or a number, and keeps no secret. */
const shortestKey = 8;

/** Whether a text repeats one of the API keys, as it is or with JSON escapes in it. */
export function repeatsKey(text: string, keysSent: readonly string[]): boolean {
  const texts = [text, withoutEscapes(text)];
  return searchedKeys(keysSent).some((key) => texts.some((candidate) => candidate.includes(key)));
}

/**
 * The findings without the API keys: where a sentence quotes an answer that repeats a key, `[API key]` stands instead.
 * Keys of less than 8 characters are left: they stand in a sentence by chance.
 */
export function hideKeys(findings: readonly Finding[], keysSent: readonly string[]): Finding[] {
  const needles = searchedKeys(keysSent)
    .flatMap((key) => [key, JSON.stringify(key).slice(1, -1)])
    // The longest first: a key that holds another would keep its rest.
    .sort((one, other) => other.length - one.length);
  const hide = (text: string) => needles.reduce((hidden, needle) => hidden.replaceAll(needle, '[API key]'), text);
  return findings.map((finding) => ({ ...finding, path: hide(finding.path), sentence: hide(finding.sentence) }));
}

/** Without the spaces around them, which HTTP takes from the value of a header. */
function searchedKeys(keysSent: readonly string[]): string[] {
  return keysSent.map((key) => key.trim()).filter((key) => key.length >= shortestKey);
}

/** JSON has backslashes in strings alone, so the text needs no parsing: it may be broken, or nested without end. */
function withoutEscapes(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, character: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (controls[character] ?? character),
  );
}

const controls: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
