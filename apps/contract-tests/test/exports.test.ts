import { readFile } from 'node:fs/promises';
import * as contractTests from '@giftoin/contract-tests';
import { ruleCodes } from '@giftoin/rules';
import { expect, test } from 'vitest';
import { distinguishingRuleValues } from '../src/model/suite-codes.ts';

const { suiteCodes } = contractTests;

test('the package exports these names and no others', () => {
  const advice =
    'The public names have changed. If that is intended, update this list and describe the change in a changeset.';
  expect(Object.keys(contractTests).sort(), advice).toEqual([
    'CouldNotRunError',
    'checkContract',
    'checkTraffic',
    'readBaseline',
    'requirements',
    'suiteCodes',
  ]);
});

test('the README has the table of the codes', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const unaligned = readme.replaceAll(/ +\|/g, ' |').replaceAll(/\| +/g, '| ');
  const rows = Object.entries(suiteCodes).map(([code, { meaning }]) => `| \`${code}\` | ${meaning} |`);
  expect(unaligned).toContain(rows.join('\n'));
});

test('the codes of the suite are in kebab case, and different from the codes of the rules', () => {
  const codes = Object.keys(suiteCodes);
  expect(codes.filter((code) => !/^[a-z]+(-[a-z0-9]+)+$/.test(code) || code in ruleCodes)).toEqual([]);
});

test('the suite distinguishes causes only of codes that the rules have', () => {
  expect(Object.keys(distinguishingRuleValues).filter((code) => !(code in ruleCodes))).toEqual([]);
});
