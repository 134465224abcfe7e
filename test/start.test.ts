import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(import.meta.resolve('@giftoin/scripts/start'));
const sandboxCli = fileURLToPath(new URL('../apps/sandbox/src/cli.ts', import.meta.url));
const free = {
  GIFTOIN_MOCK_PORT: '0',
  GIFTOIN_SANDBOX_PORT: '0',
  GIFTOIN_SANDBOX_CONTROL_PORT: '0',
  GIFTOIN_DOCS_PORT: '0',
};

function start(args: string[] = [], environment: NodeJS.ProcessEnv = free) {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...environment } });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  return { child, output };
}

test('serves the mock, the sandbox and the docs, prints curl commands that work, and stops on Ctrl-C', async () => {
  const { child, output } = start();
  while (!output.out.includes('Ctrl-C')) await once(child.stdout, 'data');
  const origins = ['mock', 'sandbox', 'docs'].map((name) => new RegExp(`${name} +(\\S+)`).exec(output.out)?.[1] ?? '');
  const curls = [...output.out.matchAll(/curl -H '(\S+): (\S+)' (\S+)/g)];

  expect(curls.map(([, , , url = '']) => new URL(url).origin)).toEqual(origins.slice(0, 2));
  for (const [, name = '', key = '', url = ''] of curls) {
    const programs = await (await fetch(url, { headers: { [name]: key } })).json();
    expect(programs).toMatchObject([{ id: 'program_123' }]);
  }
  expect(await (await fetch(origins[2] ?? '')).text()).toContain('Giftoin');
  const [, explorer = ''] = /explorer +(\S+)/.exec(output.out) ?? [];
  expect(await (await fetch(explorer)).text()).toContain('id="explorer"');

  // The command changes the sandbox that was started, on whatever port. pnpm runs the same program.
  const command = /npx -y pnpm@12 sandbox (grant .+)/.exec(output.out)?.[1] ?? '';
  const granted = spawn(process.execPath, [sandboxCli, ...command.split(' ')], { env: process.env });
  expect(await once(granted, 'close')).toEqual([0, null]);
  const [, , , sandboxUrl = ''] = curls[1] ?? [];
  const [program] = await (await fetch(sandboxUrl, { headers: { 'gft-api-key': curls[1]?.[2] ?? '' } })).json();
  expect(program).toMatchObject({ collectedCount: 4 });

  // The explorer of the docs drives the sandbox, by either name of this machine.
  const controlUrl = /control API: (\S+?)\)/.exec(output.out)?.[1] ?? '';
  const { origin } = new URL(origins[2] ?? '');
  for (const page of [origin, origin.replace('127.0.0.1', 'localhost')]) {
    const { headers } = await fetch(`${controlUrl}/workspaces`, { headers: { origin: page } });
    expect(headers.get('access-control-allow-origin')).toBe(page);
  }

  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([0, null]);
  for (const origin of origins) await expect(fetch(origin)).rejects.toThrow();
});

test.each(['--mock-port', '--sandbox-port', '--control-port', '--docs-port'])(
  'a port of %s that is in use is an error in one line, and no server keeps running',
  async (flag) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { child, output } = start([flag, String(port)]);
    const [code] = await once(child, 'close');
    other.close();
    expect([code, output.out]).toEqual([1, '']);
    expect(output.err).toMatch(new RegExp(`^start: Port ${port} on 127.0.0.1 is already in use[^\n]+\n$`));
  },
);

test.each([
  [['--mock-port', 'x'], {}, 'start: --mock-port is "x". A port is a whole number from 0 to 65535.\n'],
  [
    [],
    { GIFTOIN_DOCS_PORT: '70000' },
    'start: GIFTOIN_DOCS_PORT is "70000". A port is a whole number from 0 to 65535.\n',
  ],
  [['--prot'], {}, "start: Unknown option '--prot'. See --help.\n"],
])('%j with %j is a usage error in one line', async (args, environment, err) => {
  const { child, output } = start(args, environment);
  const [code] = await once(child, 'close');
  expect({ code, ...output }).toEqual({ code: 2, out: '', err });
});
