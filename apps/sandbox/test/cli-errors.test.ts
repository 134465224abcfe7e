import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands } from '../src/command/commands.ts';
import { run } from './run-program.ts';

const folder = await mkdtemp(join(tmpdir(), 'giftoin-sandbox-'));
const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const usedPort = (server.address() as AddressInfo).port;
await writeFile(join(folder, 'not-a-database'), 'This file is not a database.'.repeat(100));

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

test.each([[['help']], [['grant', '-h']]])('%j prints every command and flag', async (args) => {
  const { code, out, err } = await run(args);
  expect([code, err]).toEqual([0, '']);
  for (const name of commands.keys()) expect(out).toMatch(new RegExp(`^  ${name}( |$)`, 'm'));
  for (const flag of [
    'port',
    'host',
    'allowed-host',
    'control-port',
    'control-host',
    'control-origin',
    'token',
    'data',
    'quiet',
    'control',
    'workspace',
  ]) {
    expect(out).toMatch(new RegExp(`^  --${flag} `, 'm'));
  }
  for (const name of [
    'PORT',
    'HOST',
    'ALLOWED_HOSTS',
    'QUIET',
    'CONTROL_PORT',
    'CONTROL_HOST',
    'CONTROL_ORIGIN',
    'TOKEN',
    'DATA',
    'CONTROL',
    'WORKSPACE',
  ]) {
    expect(out).toContain(`(GIFTOIN_SANDBOX_${name}, default: `);
  }
});

test.each([
  [
    ['--port', '-1'],
    "Option '--port' requires a value. If the value starts with a dash, write --port=VALUE. See --help.",
  ],
  [['serve', 'now'], "Unexpected argument 'now'. See --help."],
  [['--data', ''], '--data is empty. Pass the path of a file.'],
  [
    ['--control-origin', '*'],
    '--control-origin is "*". Use the exact origin of a page, for example http://127.0.0.1:4030.',
  ],
  [
    ['--control-origin', 'http://a.example', '--control-origin', 'http://a.example/'],
    '--control-origin is "http://a.example/". Use the exact origin of a page, for example http://127.0.0.1:4030.',
  ],
  [['constructor'], 'Unknown command "constructor". See --help.'],
  [['grant', 'discord/42', 'program_123'], 'grant expects USER PROGRAM CARD, but received 2 arguments. See --help.'],
])('%j is a usage error, printed as one line', async (args, message) => {
  expect(await run(args)).toEqual({ code: 2, out: '', err: `giftoin-sandbox: ${message}\n` });
});

test.each([
  [{ GIFTOIN_SANDBOX_PORT: 'x' }, [], 2, 'GIFTOIN_SANDBOX_PORT is "x". A port is a whole number from 0 to 65535.'],
  [
    { GIFTOIN_SANDBOX_CONTROL_ORIGIN: 'http://a.example null' },
    [],
    2,
    'GIFTOIN_SANDBOX_CONTROL_ORIGIN is "null". Use the exact origin of a page, for example http://127.0.0.1:4030.',
  ],
  [
    { DATABASE_URL: 'postgres://127.0.0.1/x' },
    ['--data', 'file'],
    2,
    '--data and DATABASE_URL are both set. Set only one of them.',
  ],
  [
    {},
    ['--port', '0', '--control-port', String(usedPort)],
    1,
    `Port ${usedPort} on 127.0.0.1 is already in use. Stop the other process, or choose another port.`,
  ],
  [
    { GIFTOIN_SANDBOX_DATA: join(folder, 'not-a-database') },
    [],
    1,
    `The database ${join(folder, 'not-a-database')} cannot be opened: file is not a database. Use another file, or repair this one.`,
  ],
])('with %j, %j does not start, and prints one line', async (variables, args, code, message) => {
  expect(await run(args, variables)).toEqual({ code, out: '', err: `giftoin-sandbox: ${message}\n` });
});
