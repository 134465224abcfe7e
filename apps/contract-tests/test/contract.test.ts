import { describe, expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';
import { defects } from './defects.ts';
import { key, smallServer } from './small-server.ts';

const check = (url: string) => checkContract({ url, key, rate: Infinity, seed: 1 });

test('a server that keeps the contract: nothing is found', async () => {
  await using server = await smallServer();
  const { findings, failed, ended } = await check(server.url);
  expect({ findings, failed, ended }).toEqual({ findings: [], failed: 0, ended: undefined });
});

describe('each defect is found by its check', () => {
  test.each(defects)('$name', async ({ foundBy, broken }) => {
    await using server = await smallServer(broken);
    const { findings } = await check(server.url);
    expect(findings.flatMap(({ checks }) => checks).filter((id) => id.includes(foundBy))).not.toEqual([]);
  });
});
