import { expect, test } from 'vitest';
import { parseJson } from '../src/parse-json.ts';
import { parseLargeJson } from '../src/parse-large-json.ts';

/** Random numbers that are the same in every run. */
function createRandom(seed: number) {
  let state = seed;
  return (max: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * max);
  };
}

const scalars = [
  '0',
  '-1.5e3',
  'true',
  'null',
  '""',
  '"a"',
  '"\\""',
  '"\\\\"',
  '"[{,}]"',
  '"é🎁"',
  '"\\u0041:"',
  '"long text"',
];
const names = ['"a"', '"b"', '"1"', '"__proto__"', '"a, b"', '"\\u0062"', '""'];
const spaces = ['', '', '', ' ', '\n\t', '\r '];

function createText(random: (max: number) => number, depth: number): string {
  const space = () => spaces[random(spaces.length)] ?? '';
  const items = (create: () => string) => Array.from({ length: random(5) }, create).join(`${space()},${space()}`);
  const kind = depth === 0 ? 0 : random(4);
  if (kind === 0) return scalars[random(scalars.length)] ?? '0';
  if (kind === 1) return `[${space()}${items(() => createText(random, depth - 1))}${space()}]`;
  return `{${space()}${items(() => `${names[random(names.length)]}${space()}:${space()}${createText(random, depth - 1)}`)}}`;
}

/** Changes, removes or repeats one character. */
function damage(random: (max: number) => number, text: string): string {
  const at = random(text.length);
  const inserted = ['', ',', ',,', ']', '}', '[', '{', '"', ':', ' ', 'x', '0', '\ufeff', '\\'][random(14)] ?? '';
  return text.slice(0, at) + inserted + text.slice(at + random(2));
}

const encoder = new TextEncoder();

/** The value with the order of its properties, and whether there is one. */
const describeResult = ({ value, problem }: ReturnType<typeof parseJson>) =>
  problem === undefined ? JSON.stringify(value) : 'invalid';

test.each([1, 2, 3, 8, 40])('parses valid and invalid texts in parts of %i bytes like JSON.parse', async (partSize) => {
  const random = createRandom(partSize);
  let invalid = 0;
  for (let round = 0; round < 1_500; round += 1) {
    const valid = createText(random, 5);
    const text = random(2) === 0 ? valid : damage(random, valid);
    const bytes = encoder.encode(text);
    const expected = describeResult(parseJson(bytes));
    if (expected === 'invalid') invalid += 1;
    expect([text, describeResult(await parseLargeJson(bytes, partSize))]).toEqual([text, expected]);
  }
  expect(invalid).toBeGreaterThan(100);
});

const repeat = (text: string, count: number) => `[${Array.from({ length: count }, () => text).join(',')}]`;

test.each([
  ['is nested deeper than 200 levels', '['.repeat(100_000)],
  ['is nested deeper than 200 levels', `${repeat('1', 100_000).slice(0, -1)},${'['.repeat(201)}`],
  ['is not valid JSON: Unexpected end of JSON input', repeat('1', 100_000).slice(0, -1)],
  ['is not valid JSON: Unexpected text', `${repeat('1', 100_000)} 1`],
  ["is not valid JSON: Unexpected token 'x'", `${repeat('1', 50_000).slice(0, -1)},x,${repeat('1', 50_000).slice(1)}`],
  ['has more than 1500000 items and properties', `[${'[],'.repeat(2_100_000)}[]]`],
  [
    'has an object with more than 100000 properties',
    `{${Array.from({ length: 100_001 }, (_, index) => `"p${index}":1`).join()}}`,
  ],
])('says what is wrong with a large text: it %s', async (problem, text) => {
  expect(await parseLargeJson(encoder.encode(text))).toEqual({ problem });
});

test('refuses a large text that is not UTF-8', async () => {
  const bytes = encoder.encode(repeat('"abc"', 50_000));
  bytes[100_004] = 0xff;
  expect(await parseLargeJson(bytes)).toEqual({ problem: 'is not UTF-8' });
});

test('lets other work run while it parses', async () => {
  const text = repeat('{"a":[1,2,3],"b":"text"}', 300_000);
  let turns = 0;
  const count = () => {
    turns += 1;
    immediate = setImmediate(count);
  };
  let immediate = setImmediate(count);
  const { value } = await parseLargeJson(encoder.encode(text));
  clearImmediate(immediate);
  expect(value).toHaveLength(300_000);
  expect(turns).toBeGreaterThan(3);
});
