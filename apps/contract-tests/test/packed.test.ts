import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installPacked } from '@giftoin/packing';
import { startSandbox } from '@giftoin/sandbox';
import { expect, test } from 'vitest';

/** Kills a command that hangs. */
const limits = { timeout: 100_000, env: { ...process.env, npm_config_prefer_offline: 'true' } };
const run = (
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
) => promisify(execFile)(program, args, { ...limits, ...options });

test('checks a server after it was packed and installed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-packed-'));
  try {
    await installPacked({ packages: ['@giftoin/contract-tests'], folder });
    await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
    const env = { ...limits.env, GIFTOIN_API_KEY: sandbox.apiKeys.default };
    const args = ['--no-install', '@giftoin/contract-tests', '--url', sandbox.url];
    const { stdout } = await run('npx', args, { cwd: folder, env });
    expect(stdout).toContain(' 0 failed, ');
    // Operations that change data are not checked.
    expect(stdout).toContain(': the server conforms ');
    expect(await readdir(join(folder, 'node_modules'))).not.toContain('vitest');
  } finally {
    await rm(folder, { recursive: true });
  }
}, 300_000);
