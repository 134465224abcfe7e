import { createRedactor, type Redact, redactedApiKey } from '@giftoin/protocol';

/** A shorter key can occur in a response by chance, as a word or a number, and is no secret. */
const minimumKeyLength = 8;

/**
 * Creates a function that replaces API keys in a text with `[API key]`. Spaces around a key do not count, because HTTP
 * removes them from the value of a header. Keys of less than 8 characters are ignored. Create one redactor for a set of
 * keys and use it for all responses.
 *
 * @param keys the API keys that were sent, valid or not. A key must not be a word that a response can contain.
 */
export function createKeyRedactor(keys: readonly string[]): Redact {
  const secrets = keys
    .map((key) => key.trim())
    .filter((key) => key.length >= minimumKeyLength)
    .map((value) => ({ value, replacement: redactedApiKey }));
  return createRedactor({ secrets });
}
