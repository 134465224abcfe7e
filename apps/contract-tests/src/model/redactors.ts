import { createRedactor, type Redact, type Secret } from '@giftoin/protocol';
import { createKeyRedactor } from '@giftoin/rules';
import type { ApiKey } from './api-key.ts';

/** The redactors of one run. Each set of keys has one redactor, because creating one takes longer than using it. */
export interface Redactors {
  /** Finds the keys of the run, and those of a request, in its response. */
  forResponse(keys: readonly ApiKey[]): Redact;
  /** Replaces the keys of the run, and those of a request, with their placeholders. */
  forReport(keys: readonly ApiKey[]): Redact;
}

/** A shorter key can occur in a text by chance. The keys of the run are redacted at any length. */
const minimumKeyLength = 8;

/** How many redactors are kept: recorded traffic can have any number of keys. */
const maximumRedactors = 500;

/** @param others secrets that reports must not contain. A response can contain them. */
export function createRedactors(runKeys: readonly ApiKey[], others: readonly Secret[]): Redactors {
  return {
    forResponse: cacheByKeys((keys) => createKeyRedactor([...runKeys, ...keys].map(({ value }) => value))),
    forReport: cacheByKeys((keys) => {
      const redacted = [...runKeys, ...keys.filter(({ value }) => value.length >= minimumKeyLength)];
      const secrets = redacted
        .filter(({ value, placeholder }) => value !== placeholder)
        .map(({ value, placeholder }) => ({ value, replacement: placeholder }));
      return createRedactor({ secrets: [...secrets, ...others] });
    }),
  };
}

function cacheByKeys(create: (keys: readonly ApiKey[]) => Redact): (keys: readonly ApiKey[]) => Redact {
  const redactors = new Map<string, Redact>();
  return (keys) => {
    const id = JSON.stringify(keys.map(({ value }) => value));
    const redact = redactors.get(id) ?? create(keys);
    if (redactors.size >= maximumRedactors) redactors.clear();
    redactors.set(id, redact);
    return redact;
  };
}
