import { readFile } from 'node:fs/promises';
import * as rulesPackage from '@giftoin/rules';
import { expect, test } from 'vitest';

const { requirements, ruleCodes } = rulesPackage;
const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const unaligned = readme.replaceAll(/ +\|/g, ' |').replaceAll(/\| +/g, '| ');

test('the package exports these names and no others', () => {
  const advice =
    'The public names have changed. If that is intended, update this list and describe the change in a changeset.';
  expect(Object.keys(rulesPackage).sort(), advice).toMatchInlineSnapshot(`
    [
      "checkEqualHeaders",
      "checkErrorBody",
      "checkJsonResponse",
      "checkList",
      "checkListAgainstOne",
      "checkNoServerError",
      "checkProgress",
      "createKeyRedactor",
      "redactViolations",
      "requirements",
      "ruleCodes",
    ]
  `);
});

test('the ID of a requirement starts with its number', () => {
  const ids = Object.entries(requirements).map(([id, { number }]) => [id.split('-')[0], number]);

  expect(ids).toEqual([...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => [String(number), number]), ['error', null]]);
});

test('the README has the table of the requirements', () => {
  const rows = Object.entries(requirements).map(
    ([id, { number, text }]) => `| ${number === null ? '' : `${number} `}| \`${id}\` | ${text} |`,
  );

  expect(unaligned).toContain(rows.join('\n'));
});

test('every code is in kebab case', () => {
  expect(Object.keys(ruleCodes).filter((code) => !/^[a-z]+(-[a-z0-9]+)+$/.test(code))).toEqual([]);
});

test('every requirement has codes', () => {
  const used = new Set(Object.values(ruleCodes).map(({ requirement }) => requirement));

  expect([...used]).toEqual(Object.keys(requirements));
});

test('the README has the table of the codes', () => {
  const rows = Object.entries(ruleCodes).map(([code, { requirement, meaning, values }]) => {
    const names = values.map((name) => `\`${name}\``).join(', ');
    return `| \`${code}\` | \`${requirement}\` | ${meaning} |${names === '' ? '' : ` ${names}`} |`;
  });

  expect(unaligned).toContain(rows.join('\n'));
});
