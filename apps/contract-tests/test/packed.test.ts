import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSandbox } from '@giftoin/sandbox';
import { expect, test } from 'vitest';

/** Whatever takes longer hangs, and must not be left behind. */
const patience = { timeout: 100_000, env: { ...process.env, npm_config_prefer_offline: 'true' } };
const run = (
  program: string,
  words: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
) => promisify(execFile)(program, words, { ...patience, ...options });
const root = fileURLToPath(new URL('../../..', import.meta.url));

test('packed and installed anywhere, the command checks a server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-packed-'));
  try {
    await access(join(root, 'apps/contract-tests/dist/cli.js')).catch(() => {
      throw new Error('The contract tests are not built, so that they cannot be packed. Run: pnpm build');
    });
    // With the packages that they need when they are published.
    const parts = ['--filter-prod', '@giftoin/contract-tests...'];
    await run('pnpm', [...parts, 'pack', '--pack-destination', folder], { cwd: root });
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    const tarballs = (await readdir(folder)).filter((name) => name.endsWith('.tgz')).map((name) => join(folder, name));
    await run('npm', ['install', '--no-audit', '--no-fund', ...tarballs], { cwd: folder });
    await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
    const env = { ...patience.env, GIFTOIN_API_KEY: sandbox.apiKeys.default };
    const words = ['--no-install', '@giftoin/contract-tests', '--url', sandbox.url];
    const { stdout } = await run('npx', words, { cwd: folder, env });
    expect(stdout).toContain(' 0 failed, ');
    expect(stdout).toContain(': the server keeps the contract.\n');
    expect(await readdir(join(folder, 'node_modules'))).not.toContain('vitest');
  } finally {
    await rm(folder, { recursive: true });
  }
}, 300_000);
