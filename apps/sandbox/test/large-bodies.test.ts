import { afterAll, expect, test } from 'vitest';
import { sendControlRequest } from './send-control-request.ts';
import { startTestSandbox } from './start-test-sandbox.ts';

const sandbox = await startTestSandbox();
afterAll(() => sandbox.close());

const headers = { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' };
const put = (body: string) => sendControlRequest(sandbox.controlUrl, '/workspaces/default/world', headers, 'PUT', body);

const repeat = (item: unknown, count: number) => `{"programs":[${Array(count).fill(JSON.stringify(item)).join()}]}`;

test.each([
  ['32 kB of programs that are each wrong', repeat({}, 8_000)],
  ['2 MB of programs that are each wrong', repeat({ a: 1 }, 250_000)],
  ['2 MB of numbers', repeat(1, 1_000_000)],
])('counts up to 100 violations of %s, and lists five', async (_, body) => {
  const { status, json } = await put(body);
  expect(status).toBe(400);
  expect(json.status?.errorMessage).toMatch(
    /^The body is invalid: programs\[0\] .+; programs\[\d+\] .+; and at least 95 more\.$/,
  );
});

test('lists the first ten errors of a large world that its schema does not express', async () => {
  const { programs } = await sandbox.control.exportWorld();
  const { status, json } = await put(repeat(programs[0], 500));
  expect([status, json.status?.errorMessage.match(/has the same id as/g)]).toEqual([
    400,
    Array(10).fill('has the same id as'),
  ]);
});

test.each([
  ['is nested deeper than 200 levels', '['.repeat(300_000)],
  ['is not valid JSON: Unexpected end of JSON input', '{"programs":['.padEnd(300_000)],
])('a large body that %s is an error', async (problem, body) => {
  const { status, json } = await put(body);
  expect([status, json.status?.errorMessage]).toEqual([400, `The body ${problem}.`]);
});

test('responds to other requests while it reads a large world, and then stores it', async () => {
  const { programs } = await sandbox.control.exportWorld();
  const users = Array.from({ length: 2_000 }, (_, index) => ({
    platform: 'discord',
    platformUserId: String(index),
    cards: { program_123: { card_456: 1, card_457: 2 } },
  }));
  expect((await put(JSON.stringify({ programs, users }))).status).toBe(204);
  expect((await sandbox.control.exportWorld()).users).toHaveLength(2_000);
});
