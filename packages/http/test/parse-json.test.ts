import { expect, test } from 'vitest';
import { parseJson } from '../src/parse-json.ts';

test.each(['{"a":[1,"[{\\"{"]}', ' null ', '\ufeff[]', `${'['.repeat(200)}${']'.repeat(200)}`])('parses %s', (text) => {
  expect(parseJson(Buffer.from(text))).toEqual({ value: JSON.parse(text.replace('\ufeff', '')) });
});

test.each(['secret', '"secret', '{"a":secret}', '{"a":"b" "secret"}', `{"a":"${'b'.repeat(50)}secret"} secret`])(
  'reports what is wrong with %s, and not its text',
  (text) => {
    const { problem } = parseJson(Buffer.from(text));
    expect(problem).toMatch(/^is not valid JSON: \w.*[^.]$/);
    expect(problem).not.toContain('secret');
  },
);

test('refuses bytes that are not UTF-8, and values that are nested too deeply', () => {
  expect(parseJson(Buffer.from([34, 255, 34]))).toEqual({ problem: 'is not UTF-8' });
  const problem = 'is nested deeper than 200 levels';
  expect(parseJson(Buffer.from('['.repeat(201)))).toEqual({ problem });
  expect(parseJson(Buffer.from('{"a":'.repeat(100_000)))).toEqual({ problem });
});
