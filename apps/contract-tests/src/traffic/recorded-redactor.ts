import { createRedactor, type Redact } from '@giftoin/protocol';
import type { ApiKey } from '../model/api-key.ts';

/** How many keys of earlier requests are redacted too: a cache can return the response to another client. */
const maximumEarlierKeys = 20;
/** How many redactors are kept. Creating one takes longer than using it. */
const maximumRedactors = 100;
/** A shorter key can occur in a text by chance. */
const minimumKeyLength = 8;

/** Returns the redactor for the keys and the other credentials of a request. */
export type RecordedRedactors = (keys: readonly ApiKey[], others: readonly string[]) => Redact;

/** Creates redactors that also replace the keys of earlier requests. */
export function createRecordedRedactors(): RecordedRedactors {
  const earlier = new Map<string, string>();
  const redactors = new Map<string, Redact>();
  return (keys, others) => {
    for (const { value, placeholder } of keys) {
      if (value.length < minimumKeyLength || earlier.has(value)) continue;
      earlier.set(value, placeholder);
      const [oldest] = earlier.keys();
      if (earlier.size > maximumEarlierKeys && oldest !== undefined) earlier.delete(oldest);
    }
    const secrets = [
      ...[...earlier].map(([value, replacement]) => ({ value, replacement })),
      ...others.filter((value) => !earlier.has(value)).map((value) => ({ value, replacement: '[redacted]' })),
    ];
    const id = JSON.stringify(secrets.map(({ value }) => value));
    const redact = redactors.get(id) ?? createRedactor({ secrets });
    if (redactors.size >= maximumRedactors) redactors.clear();
    redactors.set(id, redact);
    return redact;
  };
}
