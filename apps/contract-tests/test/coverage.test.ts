/** A rule passes only if something could have violated it. */
import { afterAll, expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';
import { key, startFixtureServer } from './fixture-server.ts';
import { fast, runCli } from './run-cli.ts';

const good = await startFixtureServer();
afterAll(() => good[Symbol.asyncDispose]());

const withoutCards = ['--url', good.url, '--key', key, '--user', '999', ...fast];

test('skips a rule that nothing could have violated, and says what to pass', async () => {
  const { code, out } = await runCli(withoutCards, { CI: '' });
  expect(code).toBe(0);
  const skipped = [
    ...out.matchAll(/^ {2}skip {2}(Every program has a c|Every card|No program lists|Every reward).*$/gm),
  ];
  expect(skipped.map(([line]) => line)).toEqual([
    expect.stringMatching(/: no collection that is complete in part was seen, .*Pass a user who has some cards/),
    expect.stringMatching(/: no card that is owned was seen, .*Pass a user who has cards with --user$/),
    expect.stringMatching(/: no list of cards of a collection that is complete in part was seen/),
    expect.stringMatching(/: no collection that is partial or complete, and no claimed reward was seen, /),
  ]);
  expect(out).toMatch(/: the server conforms in what was checked \(.*\b4 rules not exercised\b/);
});

test('reports the share of the rules, the properties and the status codes that was exercised', async () => {
  const { coverage } = await checkContract({ url: good.url, key, rate: Infinity });
  expect(coverage.rules.missing).toContain('retry-after');
  expect(coverage.rules.missing).not.toContain('5-reward');
  expect(coverage.rules.exercised).toBe(coverage.rules.total - coverage.rules.missing.length);
  expect(coverage.properties.missing).toEqual(expect.arrayContaining(['Reward.value', 'Reward.claimedTimestamp']));
  expect(coverage.properties.missing).not.toContain('Reward.id');
  expect(coverage.situations?.missing).toEqual(expect.arrayContaining(['complete collection', 'claimed reward']));
  expect(coverage.statuses.missing).toContain('getCollectionChallengeProgress 402');
  expect(coverage.statuses.missing).not.toContain('getCollectionChallengeProgress 404');
  const { out } = await runCli(['--url', good.url, '--key', key, '--only', '/missing-key', ...fast]);
  expect(out).toMatch(
    /\nExercised\n {2}\d+ of \d+ rules.*\n {2}\d+ of \d+ situations.*\n {2}\d+ of \d+ properties.*\n {2}\d+ of \d+ status codes/,
  );
});

test.each([
  ['in CI', [], { CI: 'true' }],
  ['with --require', ['--require'], { CI: '' }],
  ['with --require progress', ['--require', 'progress'], { CI: '' }],
  ['with --require all', ['--require', 'all'], { CI: '' }],
] as const)('exits with 2 %s if the user has no progress', async (_, flags, environment) => {
  const { code, out } = await runCli([...withoutCards, ...flags], environment);
  expect(code).toBe(2);
  expect(out).toContain(': the run has seen too little: ');
});

test.each([
  ['in CI', [], { CI: 'true' }],
  ['with --require', ['--require'], { CI: '' }],
] as const)('exits with 0 %s if the user shows every rule', async (_, flags, environment) => {
  const { code } = await runCli(['--url', good.url, '--key', key, ...fast, ...flags], environment);
  expect(code).toBe(0);
});

test('exits with 0 in CI with --require nothing', async () => {
  expect((await runCli([...withoutCards, '--require', 'nothing'], { CI: 'true' })).code).toBe(0);
});

test('rejects an unknown level', async () => {
  const { code, err } = await runCli([...withoutCards, '--require', 'much']);
  expect(code).toBe(2);
  expect(err).toContain('--require is "much". Pass nothing, progress, rules, all.');
});
