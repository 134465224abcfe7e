import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installPacked } from '@giftoin/packing';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import schema from '../world.schema.json' with { type: 'json' };

const folder = await mkdtemp(join(tmpdir(), 'giftoin-sandbox-packed-'));
const command = join(folder, 'node_modules/.bin/giftoin-sandbox');

beforeAll(() => installPacked({ packages: ['@giftoin/sandbox'], folder }), 120_000);
afterAll(() => rm(folder, { recursive: true }));

// The timeout ends a process that hangs.
const options = { cwd: folder, timeout: 25_000, env: { ...process.env, npm_config_prefer_offline: 'true' } };
const run = (program: string, ...args: string[]) => promisify(execFile)(program, args, options);

test('contains only the code, the schema of a world and the documentation', async () => {
  const files = await readdir(join(folder, 'node_modules/@giftoin/sandbox'));
  // The first release writes CHANGELOG.md.
  const expected = files.includes('CHANGELOG.md') ? ['CHANGELOG.md'] : [];
  expect(files.sort()).toEqual([...expected, 'LICENSE', 'README.md', 'dist', 'package.json', 'world.schema.json']);
  expect(JSON.parse((await run(command, 'schema')).stdout)).toEqual(schema);
});

test('runs with npx outside the workspace, and stops on Ctrl-C', async () => {
  // Its own process group, which gets the signal as a whole, like in a terminal.
  const args = ['giftoin-sandbox', '--port', '0', '--control-port', '0', '--data', 'state.db'];
  const server = spawn('npx', args, { cwd: folder, detached: true });
  onTestFinished(async () => {
    process.kill(-(server.pid ?? 0), 'SIGINT');
    await once(server, 'close');
  });
  let out = '';
  for await (const chunk of server.stdout) {
    out += chunk;
    if (out.includes('Ctrl-C')) break;
  }
  const [, control = ''] = /control API +(\S+)/.exec(out) ?? [];
  const [, header = '', key = '', url = ''] = /curl -H '(\S+): (\S+)' (\S+)/.exec(out) ?? [];
  const grant = ['grant', 'discord/123456789012345678', 'program_123', 'card_465', '--control', control];
  await run('npx', 'giftoin-sandbox', ...grant);
  const response = await fetch(url, { headers: { [header]: key } });
  expect(await response.json()).toMatchObject([{ collectedCount: 4 }]);
});

test('runs inside another program', async () => {
  await writeFile(
    join(folder, 'use.mjs'),
    `import { createSandboxControl, startSandbox } from '@giftoin/sandbox';
    const sandbox = await startSandbox({ port: 0, controlPort: 0 });
    const control = createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token });
    console.log(JSON.stringify(await control.applyScenario({ scenario: 'claimed' })));
    await sandbox.close();`,
  );
  const { stdout } = await run(process.execPath, 'use.mjs');
  expect(JSON.parse(stdout)).toEqual({
    platform: 'discord',
    platformUserId: '123456789012345678',
    programId: 'program_123',
  });
});

test('prints the required version on an old Node.js', async () => {
  const old = run('npx', '-y', '-p', 'node@20', '--', command, '--port', '0', '--control-port', '0');
  await expect(old).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^giftoin-sandbox: The sandbox requires Node\.js 22\.13 or newer\. This is v20\.\S+\. Update Node\.js, or run: npx -p node@24 -p @giftoin\/sandbox giftoin-sandbox\n$/,
    ),
  });
});
