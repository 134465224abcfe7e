import type { Hide } from './api-key.ts';
import { readText } from './body.ts';
import { NotJsonError, TooLargeError } from './errors.ts';
import { detailsOf, redirectErrorOf, statusErrorOf } from './failure.ts';
import { parseJson } from './json.ts';
import type { Reading } from './reading.ts';

/** A successful answer. */
export interface Answer extends Received {
  /** How many requests it took. */
  readonly attempts: number;
}

/** What one request brought. */
export interface Received {
  readonly value: unknown;
  /** Its body has been read. */
  readonly response: Response;
  readonly hide: Hide;
}

/**
 * Reads a response: 200 with JSON is an answer, and everything else an error.
 *
 * @throws {GiftoinError} and whatever the body throws where it breaks off
 */
export async function readAnswer(response: Response, reading: Reading): Promise<Received> {
  const { key, hide, settings } = reading;
  const { status, type, redirected } = response;
  // A browser hides what it does not follow: the status is 0. A stand-in for fetch may have followed on its own.
  if (type === 'opaqueredirect' || redirected || [301, 302, 303, 307, 308].includes(status)) {
    response.body?.cancel().catch(() => undefined);
    throw redirectErrorOf(response, reading);
  }
  const text = await readText(response, settings.maxBodySize);
  if (status !== 200) throw statusErrorOf(response, text, reading);
  if (text === undefined) {
    const message = `The body is larger than ${settings.maxBodySize} bytes (maxBodySize).`;
    throw new TooLargeError(message, detailsOf(response, hide));
  }
  try {
    // A shorter key stands in data by chance, as a word or a number, and keeps no secret.
    const value = key.length < 8 ? parseJson(text, '', String) : parseJson(text, key, hide);
    return { value, response, hide };
  } catch {
    const start = JSON.stringify(hide(text).slice(0, 60));
    throw new NotJsonError(`The answer is not JSON: it starts with ${start}.`, detailsOf(response, hide));
  }
}
