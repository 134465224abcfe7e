import { startMock } from '@giftoin/mock';
import { operationsOf, readDocument } from '@giftoin/openapi';
import { afterAll, describe, expect, test } from 'vitest';
import { checksOf, uncovered } from '../src/plan.ts';
import { serverOf } from '../src/server.ts';
import type { Target } from '../src/target.ts';
import { brokenServer } from './broken-server.ts';
import { defects } from './defects.ts';

const key = 'key-of-the-tests';
const mock = await startMock({ port: 0, keys: [key] });
const broken = await brokenServer(mock.url);
afterAll(async () => {
  broken.close();
  await mock.close();
});

const targetAt = (url: string): Target => ({
  url,
  key,
  platform: 'discord',
  user: '123456789012345678',
  program: undefined,
  document: undefined,
  keysFor: {},
});

/** The faults by the title of their check. */
async function faultsAt(url: string): Promise<Map<string, readonly string[]>> {
  const checks = checksOf(await serverOf(targetAt(url)));
  const faults = await Promise.all(checks.map(async (check) => [check.title, await check.run()] as const));
  return new Map(faults.filter(([, found]) => found.length > 0));
}

test('a mock that knows its keys keeps the contract, with nothing skipped', async () => {
  const checks = checksOf(await serverOf(targetAt(mock.url)));
  expect(checks.filter(({ skip }) => skip !== undefined)).toEqual([]);
  expect(checks.length).toBe(81);
  expect(await faultsAt(mock.url)).toEqual(new Map());
});

test('a mock that takes any key is spared what needs keys to differ, by name', async () => {
  await using anyKey = await startMock({ port: 0 });
  const checks = checksOf(await serverOf(targetAt(anyKey.url)));
  const skipped = checks.filter(({ skip }) => skip !== undefined);
  expect(new Set(skipped.map(({ skip }) => skip))).toEqual(
    new Set(['this mock takes any key: start it with the keys it knows']),
  );
  expect(skipped.map(({ title }) => title).filter((title) => !/unknown|first header count/.test(title))).toEqual([]);
  expect(await faultsAt(anyKey.url)).toEqual(new Map());
});

describe('each check can fail', () => {
  const failed = new Set<string>();

  test.each(defects)('$name', async ({ found, ...defect }) => {
    broken.break(defect);
    const titles = [...(await faultsAt(broken.url)).keys()];
    for (const title of titles) failed.add(title);
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => !found.test(title))).toEqual([]);
  });

  test('and has failed for one of these defects', async () => {
    const titles = checksOf(await serverOf(targetAt(mock.url))).map(({ title }) => title);
    expect(titles.filter((title) => !failed.has(title))).toEqual([]);
  });
});

test('a server without a mind of its own for Prefer is not asked with it, and the rest is skipped by name', async () => {
  broken.break({
    name: 'Prefer is ignored',
    incoming: ({ headers }) => {
      delete headers.prefer;
    },
  });
  const checks = checksOf(await serverOf(targetAt(broken.url)));
  const skipped = checks.filter(({ skip }) => skip !== undefined);
  expect([...new Set(skipped.map(({ skip }) => skip))].sort()).toEqual([
    'it takes a key that has sent too many requests: give one with --key-for 429=KEY',
    'it takes a key whose plan does not allow the request: give one with --key-for 403=KEY',
    'it takes a key whose subscription is overdue: give one with --key-for 402=KEY',
    'no request may provoke it: give one with --key-for 500=KEY',
  ]);
  // This one repeats examples without saying so: what it does not know must be found.
  expect([...(await faultsAt(broken.url)).keys()]).toEqual([
    'getCollectionChallengeProgress answers 404 where there is no such thing and the key is in x-gft_api_key',
    'getCollectionChallengeProgress answers 404 where there is no such thing and the key is in x-gft-api-key',
    'getCollectionChallengeProgress answers 404 where there is no such thing and the key is in gft-api-key',
  ]);
});

test('what is found never shows the key, even where an answer repeats it', async () => {
  broken.break({
    name: 'a program has the key for its id',
    outgoing: ({ body }) => {
      if (!Array.isArray(body)) (body as { id?: string }).id = key;
    },
  });
  const faults = [...(await faultsAt(broken.url)).values()].flat();
  expect(faults).toContain('id is "[API key]", expected "program_123".');
  expect(faults.join()).not.toContain(key);
});

test('every documented answer is covered, and a new one that is not is named', async () => {
  const server = await serverOf(targetAt(mock.url));
  expect(uncovered(server.operations, checksOf(server))).toEqual([]);

  const [operation] = operationsOf(await readDocument());
  const conflict = { status: 409, mediaType: undefined, schema: undefined, examples: new Map(), requiredHeaders: [] };
  const grown = operation && { ...operation, responses: [...operation.responses, conflict] };
  expect(uncovered(grown ? [grown] : [], checksOf(server))).toEqual([
    { operationId: 'listCollectionChallengeProgress', status: 409, header: 'x-gft_api_key' },
    { operationId: 'listCollectionChallengeProgress', status: 409, header: 'x-gft-api-key' },
    { operationId: 'listCollectionChallengeProgress', status: 409, header: 'gft-api-key' },
  ]);
});
