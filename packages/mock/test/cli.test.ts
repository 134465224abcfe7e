import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeInventedDocument } from '@giftoin/http/test/invented-operations';
import { startMock } from '@giftoin/mock';
import { expect, test } from 'vitest';
import { list, send } from './request.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

function start(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, GIFTOIN_MOCK_PORT: '0' } });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  return { child, output };
}

async function run(...args: string[]) {
  const { child, output } = start(...args);
  const [code] = await once(child, 'close');
  return { code, ...output };
}

test('prints the URL and a curl command that works, and stops on Ctrl-C', async () => {
  const { child, output } = start('--key', 'alpha');
  while (!output.out.includes('Ctrl-C')) await once(child.stdout, 'data');
  const [, url = ''] = /Mock of the Giftoin API: (\S+)/.exec(output.out) ?? [];
  const [, header = '', curlUrl = ''] = /curl -H '(\S+: \S+)' (\S+)/.exec(output.out) ?? [];
  expect(curlUrl).toBe(url + list);
  const [name = '', value = ''] = header.split(': ');
  expect((await send(url, list, { [name]: value })).status).toBe(200);
  expect((await send(url, list, { [name]: 'beta' })).status).toBe(401);
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(output.err).toBe('');
});

test('--help lists every flag', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  for (const flag of ['--port', '--host', '--key', '--document', 'Prefer']) expect(out).toContain(flag);
});

test.each([
  [['--prot', '1'], 2, "giftoin-mock: Unknown option '--prot'. See --help.\n"],
  [['--port', '70000'], 2, 'giftoin-mock: --port is "70000". A port is a whole number from 0 to 65535.\n'],
  [['--key', ' '], 2, 'giftoin-mock: --key is empty. Pass a key or omit --key.\n'],
  [
    ['--document', 'nowhere.yaml'],
    1,
    'giftoin-mock: nowhere.yaml: cannot be read (ENOENT). Give the path of an OpenAPI document.\n',
  ],
])('%j prints an error in one line', async (args, code, err) => {
  expect(await run(...args)).toEqual({ code, out: '', err });
});

test('serves another document, and prints nothing about its own formats', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-mock-'));
  const file = join(folder, 'openapi.yaml');
  await writeInventedDocument(file);
  const { child, output } = start('--document', file);
  while (!output.out.includes('Ctrl-C')) await once(child.stdout, 'data');
  child.kill('SIGINT');
  await once(child, 'close');
  expect(output.err).toBe('');
  await rm(folder, { recursive: true });
});

test('a port that is in use is an error in one line', async () => {
  await using mock = await startMock({ port: 0 });
  const { code, err } = await run('--port', String(mock.port));
  expect([code, err]).toEqual([
    1,
    `giftoin-mock: Port ${mock.port} on 127.0.0.1 is already in use. Stop the other process, or choose another port.\n`,
  ]);
});
