import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startMock } from '@giftoin/mock';
import { expect, test } from 'vitest';
import { list, send } from './request.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

function start(...words: string[]) {
  const child = spawn(process.execPath, [cli, ...words], { env: { ...process.env, GIFTOIN_MOCK_PORT: '0' } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  return { child, said };
}

async function run(...words: string[]) {
  const { child, said } = start(...words);
  const [code] = await once(child, 'close');
  return { code, ...said };
}

test('it says where it listens and what to paste, and ends on Ctrl-C', async () => {
  const { child, said } = start('--key', 'alpha');
  while (!said.out.includes('Ctrl-C')) await once(child.stdout, 'data');
  const [, url = ''] = /Mock of the Giftoin API: (\S+)/.exec(said.out) ?? [];
  const [, header = '', pasted = ''] = /curl -H '(\S+: \S+)' (\S+)/.exec(said.out) ?? [];
  expect(pasted).toBe(url + list);
  const [name = '', value = ''] = header.split(': ');
  expect((await send(url, list, { [name]: value })).status).toBe(200);
  expect((await send(url, list, { [name]: 'beta' })).status).toBe(401);
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(said.err).toBe('');
});

test('--help tells every flag', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  for (const flag of ['--port', '--host', '--key', '--document', 'Prefer']) expect(out).toContain(flag);
});

test.each([
  [['--prot', '1'], 2, "giftoin-mock: Unknown option '--prot'. See --help.\n"],
  [['--port', '70000'], 2, 'giftoin-mock: --port is "70000". A port is a whole number from 0 to 65535.\n'],
  [['--key', ' '], 2, 'giftoin-mock: --key is empty. Give a key, or leave --key out.\n'],
  [
    ['--document', 'nowhere.yaml'],
    1,
    'giftoin-mock: nowhere.yaml: cannot be read (ENOENT). Give the path of an OpenAPI document.\n',
  ],
])('%j is one clear line', async (words, code, err) => {
  expect(await run(...words)).toEqual({ code, out: '', err });
});

test('a taken port is one clear line', async () => {
  await using mock = await startMock({ port: 0 });
  const { code, err } = await run('--port', String(mock.port));
  expect([code, err]).toEqual([
    1,
    `giftoin-mock: Port ${mock.port} on 127.0.0.1 is already in use. Stop the other process, or choose another port.\n`,
  ]);
});
