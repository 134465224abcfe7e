import { readFile } from 'node:fs/promises';
import * as rulesPackage from '@giftoin/rules';
import { expect, test } from 'vitest';

test('the package exports what it promises and no more', () => {
  expect(Object.keys(rulesPackage).sort()).toMatchInlineSnapshot(`
    [
      "checkEqualHeaders",
      "checkErrorBody",
      "checkJsonResponse",
      "checkList",
      "checkListAgainstOne",
      "checkNoServerError",
      "checkProgress",
      "hideKeys",
      "rules",
    ]
  `);
});

test('the id of a rule starts with the number of its statement', () => {
  const ids = Object.entries(rulesPackage.rules).map(([id, { number }]) => [id.split('-')[0], number]);

  expect(ids).toEqual([...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => [String(number), number]), ['error', null]]);
});

test('the README has the table of the rules', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const unaligned = readme.replaceAll(/ +\|/g, ' |').replaceAll(/\| +/g, '| ');
  const rows = Object.entries(rulesPackage.rules).map(
    ([id, { number, statement }]) => `| ${number === null ? '' : `${number} `}| \`${id}\` | ${statement} |`,
  );

  expect(unaligned).toContain(rows.join('\n'));
});
