import { describe, expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';
import { defects } from './defects/index.ts';
import { key, keysFor, smallServer } from './small-server.ts';
import { unusual } from './unusual.ts';

const check = (url: string, only?: string) => checkContract({ url, key, keysFor, rate: Infinity, seed: 1, only });

test('a server that keeps the contract: nothing is found, and nothing is skipped', async () => {
  await using server = await smallServer();
  const { findings, failed, skipped, ended } = await check(server.url);
  expect({ findings, failed, skipped, ended }).toEqual({ findings: [], failed: 0, skipped: 0, ended: undefined });
});

test.each(unusual)('no server is blamed where $name', async ({ server: unusualParts }) => {
  await using server = await smallServer(unusualParts);
  const { findings, failed, ended } = await check(server.url);
  expect({ findings, failed, ended }).toEqual({ findings: [], failed: 0, ended: undefined });
});

describe('each check can fail', () => {
  const failed = new Set<string>();

  test.each(defects)('$name', async ({ foundBy, asking = '/key-alone/', broken }) => {
    await using server = await smallServer(broken);
    const report = await check(server.url, foundBy.startsWith('answers/') ? asking : foundBy);
    for (const { id, outcome } of report.checks) if (outcome === 'failed') failed.add(id);
    expect(report.findings.flatMap(({ checks }) => checks).filter((id) => id.includes(foundBy))).not.toEqual([]);
  });

  test('and has failed for one of these defects', async () => {
    await using server = await smallServer();
    const { checks } = await check(server.url);
    expect(checks.map(({ id }) => id).filter((id) => !failed.has(id))).toEqual([]);
  });
});
