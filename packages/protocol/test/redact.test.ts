import { containsSecret, createRedactor, redactedApiKey } from '@giftoin/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const apiKey = 'Kéy with "quotes"/\\and+more<&>';
const redact = createRedactor({ secrets: [{ value: apiKey, replacement: redactedApiKey }] });
const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in upper case': (text) => text.toUpperCase(),
  'as JSON': (text) => JSON.stringify(text).slice(1, -1),
  'as JSON within JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  'with every character as a JSON escape': (text) =>
    [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'percent-encoded': encodeURIComponent,
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'percent-encoded, with every byte encoded': (text) =>
    [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16)}`).join(''),
  'percent-encoded as Latin-1': (text) => encodeURIComponent(text).replaceAll('%C3%A9', '%E9'),
  'in a query, with + for a space': (text) => encodeURIComponent(text).replaceAll('%20', '+'),
  'with named HTML entities': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'with decimal HTML entities': (text) => [...text].map((character) => `&#${character.codePointAt(0)};`).join(''),
  'with hexadecimal HTML entities': (text) =>
    [...text].map((character) => `&#x${character.codePointAt(0)?.toString(16)};`).join(''),
  'with numeric HTML entities, percent-encoded': (text) =>
    encodeURIComponent([...text].map((character) => `&#${character.codePointAt(0)};`).join('')),
  'with numeric HTML entities in JSON that escapes &': (text) =>
    [...text].map((character) => `\\u0026#x${character.codePointAt(0)?.toString(16)};`).join(''),
  'as JSON, percent-encoded': (text) => encodeURIComponent(JSON.stringify(text).slice(1, -1)),
  'as JSON in JSON, percent-encoded twice': (text) =>
    encodeURIComponent(encodeURIComponent(JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1))),
  'in a query, with + for a space, percent-encoded': (text) =>
    encodeURIComponent(encodeURIComponent(text).replaceAll('%20', '+')),
  'with HTML entities that are escaped again': (text) =>
    text.replaceAll('"', '&amp;quot;').replaceAll('&>', '&amp;amp;>'),
};

test.each(Object.entries(encodings))('redacts a key %s', (_, encode) => {
  expect(redact(`before ${encode(apiKey)} after`)).toBe('before [API key] after');
  expect(containsSecret(encode(apiKey), redact)).toBe(true);
});

test('redacts a key in any mixture of encodings', () => {
  const encoders = Object.values(encodings).filter((encode) => encode('a').length > 0);
  const encoded = fc
    .array(fc.nat({ max: encoders.length - 1 }), { minLength: apiKey.length, maxLength: apiKey.length })
    .map((choices) => [...apiKey].map((character, at) => encoders[choices[at] ?? 0]?.(character)).join(''));
  fc.assert(
    fc.property(encoded, (text) => {
      expect(redact(text)).toBe('[API key]');
    }),
  );
});

test('redacts control characters that JSON escapes with a letter', () => {
  const redactControls = createRedactor({ secrets: [{ value: 'a\tb\nc\rd\be\ff', replacement: redactedApiKey }] });
  expect(redactControls(JSON.stringify('a\tb\nc\rd\be\ff'))).toBe('"[API key]"');
});

test('redacts secrets of any length', () => {
  const values = [4_000, 1_025, 300, 256].map((length) => 'k'.repeat(length));
  const redactLong = createRedactor({ secrets: values.map((value) => ({ value, replacement: `[${value.length}]` })) });
  for (const value of values) {
    expect(redactLong(`"${value}" & more`)).toMatch(/^"\[\d+\]" & more$/);
    expect(redactLong(`"${encodeURIComponent(`${value}"`)} & more`)).not.toContain('kk');
  }
});

test('redacts a key after any number of backslashes, and after another key', () => {
  const redactKey = createRedactor({ secrets: [{ value: 'key\\', replacement: redactedApiKey }] });
  const text = `${'\\'.repeat(20)}key\\key\\ \\u006bey\\`;
  expect(redactKey(text)).toBe('[API key][API key] [API key]');
});

test('leaves a text without a secret as it is', () => {
  const text = String.raw`100 % of \u0041 &amp; "nothing" + more`;
  expect(redact(text)).toBe(text);
  expect(containsSecret(text, redact)).toBe(false);
});

test('replaces the longest secret first, and each with its own replacement', () => {
  const secrets = [
    { value: 'key', replacement: '$SHORT' },
    { value: 'key-of-402', replacement: '$LONG' },
    { value: '', replacement: '$EMPTY' },
  ];
  expect(createRedactor({ secrets })('key-of-402, key, none')).toBe('$LONG, $SHORT, none');
});

test('redacts what begins with a known prefix, up to a delimiter', () => {
  const redactPrefix = createRedactor({ prefixes: [{ value: 'gft_', replacement: redactedApiKey }] });
  expect(redactPrefix('/users/gft_default_a1!b/x?key=GFT%5fdefault%5fa1&y=1')).toBe(
    '/users/[API key]/x?key=[API key]&y=1',
  );
});

test('redacts nothing without secrets', () => {
  expect(createRedactor({})('a % b')).toBe('a % b');
});

test('reads hostile text in linear time', () => {
  const hostile = ['\\', '%25', '&amp;', '&#0', 'K'].map((part) => part.repeat(200_000)).join('');
  expect(redact(hostile)).toBe(hostile);
});
