import { hideKeys, repeatsKey } from './api-keys.ts';
import { contentTypeFault } from './content-type.ts';
import type { Finding } from './finding.ts';
import { headerEntries, type ResponseHeaders } from './http-headers.ts';

/** An answer as it came over the wire. */
export interface HttpResponse {
  readonly status: number;
  /** The reason phrase of the status line, where it is known. */
  readonly reason?: string;
  readonly headers: ResponseHeaders;
  /** The bytes of the body, not yet decoded. */
  readonly body: Uint8Array;
}

/**
 * Statement 9: an answer is `application/json`, valid JSON in UTF-8 without a byte order mark, and repeats no API key
 * that was sent, neither in its body nor in its headers nor in its status line, neither as it is nor with JSON escapes.
 *
 * @param keysSent the API keys that were sent, valid or not. Keys of less than 8 characters are not searched for,
 * because answers have them by chance; nor should a key be a word that an answer may use.
 * @returns what is broken, with the path of the answer as a whole; no sentence holds a key
 */
export function checkJsonResponse(answer: HttpResponse, keysSent: readonly string[]): Finding[] {
  const headers = headerEntries(answer.headers);
  const contentTypes = headers.filter(([name]) => name === 'content-type').map(([, value]) => value);
  const sentences = [
    contentTypeFault(contentTypes.length > 0 ? contentTypes.join(', ') : undefined),
    ...bodyFaults(answer.body),
    repeatsKey(decode(answer.body), keysSent) && 'The body repeats an API key that was sent, expected none.',
    repeatsKey(answer.reason ?? '', keysSent) && 'The status line repeats an API key that was sent, expected none.',
    ...headers.map(
      ([name, value]) =>
        repeatsKey(value, keysSent) && `The header ${name} repeats an API key that was sent, expected none.`,
    ),
  ].filter((sentence) => typeof sentence === 'string');
  const findings = sentences.map((sentence) => ({ rule: '9-json', path: '', sentence }) as const);
  return hideKeys(findings, keysSent);
}

function bodyFaults(body: Uint8Array): string[] {
  const text = decode(body);
  if (!isUtf8(body)) return [`The body, ${body.length} bytes, is not valid UTF-8.`];
  const marked = text.startsWith(byteOrderMark);
  const json = marked ? text.slice(1) : text;
  const faults = marked ? ['The body starts with a byte order mark, expected none.'] : [];
  if (isJson(json)) return faults;
  if (json === '') return [...faults, 'The body is empty, expected JSON.'];
  // One character, not the message of the parser: that quotes the body, and the body may hold a key.
  const start = JSON.stringify(json.slice(0, 1));
  return [...faults, `The body, ${body.length} bytes that start with ${start}, is not valid JSON.`];
}

const byteOrderMark = '\uFEFF';

/** Keeps the byte order mark, and replaces what is not valid. */
function decode(body: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
}

function isUtf8(body: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return true;
  } catch {
    return false;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
