import { createSandboxControl, startSandbox } from '@giftoin/sandbox';
import { afterAll, expect, test } from 'vitest';
import { startTestSandbox } from './start-test-sandbox.ts';

const sandbox = await startTestSandbox();
const { control } = sandbox;
afterAll(() => sandbox.close());

test('requires a token of its own if other machines can reach the control API', async () => {
  await expect(startSandbox({ port: 0, controlPort: 0, controlHost: '0.0.0.0' })).rejects.toThrow(
    'Other machines can reach the control API on 0.0.0.0. Set a token that is not the default.',
  );
});

test.each(['', 'two words', 'line\nbreak'])('the sandbox and its client reject the token %j', async (text) => {
  const message = 'The token of the control API must be one or more visible ASCII characters.';
  await expect(startSandbox({ port: 0, controlPort: 0, token: text })).rejects.toThrow(message);
  expect(() => createSandboxControl({ token: text })).toThrow(message);
});

test('uses the workspace of the client if a call does not set one', async () => {
  const client = createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token, workspace: 'mine' });
  await client.createWorkspace({ workspace: 'mine' });
  await client.freezeClock({ workspace: undefined } as object);
  expect([(await client.getClock()).frozenAt, (await control.getClock()).frozenAt]).toEqual([expect.any(Number), null]);
});

test('rejects a port that is in use', async () => {
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ port: 0, controlPort: port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is already in use.`,
  );
});

test('a client reports which control API it cannot reach', async () => {
  const stopped = await startTestSandbox();
  await stopped.close();
  await expect(stopped.control.getClock()).rejects.toThrow(
    `Cannot reach the control API at ${stopped.controlUrl} (ECONNREFUSED). Start a sandbox, or use another URL.`,
  );
  const api = createSandboxControl({ url: sandbox.url, token: sandbox.token });
  await expect(api.getClock()).rejects.toMatchObject({ status: 404, message: 'There is no such path.' });
});
