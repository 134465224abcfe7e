/** A text that is sent where an API key belongs, and what stands for it in reports. */
export interface Key {
  readonly value: string;
  readonly shown: string;
}

/** A key that no server knows, long enough that no answer holds it by chance. */
export const unknownKey: Key = { value: 'no-such-key-4c8e1f5a9b', shown: 'no-such-key-4c8e1f5a9b' };

export const emptyKey: Key = { value: '', shown: '' };

/** The key in a text is the same at any length; others of less than 8 letters stand in texts by chance. */
const shortestHidden = 8;

/**
 * Hides keys: where a text repeats one, as it is, JSON-escaped or percent-encoded, what stands for it is shown instead.
 *
 * @param secrets are hidden at any length
 */
export function hiding(secrets: readonly Key[], keys: readonly Key[] = []): (text: string) => string {
  const hidden = [...secrets, ...keys.filter(({ value }) => value.length >= shortestHidden)];
  const needles = hidden
    .filter(({ value, shown }) => value !== '' && value !== shown)
    .flatMap(({ value, shown }) =>
      [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)].map((needle) => ({ needle, shown })),
    )
    // The longest first: a key that holds another would keep its rest.
    .sort((one, other) => other.needle.length - one.needle.length);
  return (text) => needles.reduce((rest, { needle, shown }) => rest.replaceAll(needle, shown), text);
}
