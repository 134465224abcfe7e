import { createRedactor, type Redact, redactedApiKey } from '@giftoin/protocol';
import { BadArgumentError } from '../errors/giftoin-error.ts';
import { parseApiKey } from '../options/api-key.ts';
import type { Call } from './call.ts';
import { withDeadline } from './with-deadline.ts';

/** An API key, and the function that redacts it. */
export interface Credentials {
  readonly key: string;
  /** Redacts this key, and the keys before it, which can still be valid. */
  readonly redact: Redact;
}

/** Returns the API key for the next request of a call. */
export type CredentialSource = (call: Call) => Credentials | Promise<Credentials>;

/** How many keys a client redacts. */
const keptKeys = 10;

/** Creates the source of a fixed API key, or of one that a function returns. */
export function createCredentialSource(apiKey: string | (() => string | Promise<string>)): CredentialSource {
  let keys: readonly string[] = [];
  let current: Credentials | undefined;

  const toCredentials = (key: string): Credentials => {
    if (current?.key === key) return current;
    keys = [key, ...keys.filter((other) => other !== key)].slice(0, keptKeys);
    const secrets = keys.map((value) => ({ value, replacement: redactedApiKey }));
    current = { key, redact: createRedactor({ secrets }) };
    return current;
  };

  if (typeof apiKey === 'string') return () => toCredentials(apiKey);
  const read = async () => parseApiKey(await apiKey(), 'apiKey()');
  // Without the thrown value as its cause, which can contain a key.
  const toError = () => new BadArgumentError('apiKey() failed.');
  return async (call) => toCredentials(await withDeadline(call, call.timeout, read, toError));
}
