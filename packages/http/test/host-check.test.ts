import { once } from 'node:events';
import { connect } from 'node:net';
import { isHostName, isLoopback, listen } from '@giftoin/http';
import { expect, test } from 'vitest';

async function readStatus(port: number, host: string): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  let text = '';
  socket.on('data', (chunk) => (text += chunk));
  await once(socket, 'close');
  return Number(text.split(' ')[1]);
}

const loopback = ['localhost', 'LOCALHOST:4010', 'api.localhost', '127.0.0.1', '127.1.2.3:80', '[::1]', '[::1]:4010'];
const foreign = ['attacker.example', 'localhost.attacker.example', '127.0.0.1.attacker.example', 'xlocalhost', '[::2]'];

test.each<[string, string[] | undefined, string[], string[]]>([
  ['127.0.0.1', undefined, loopback, foreign],
  ['localhost', [], loopback, foreign],
  ['127.0.0.1', ['api.test', '[fd00::1]'], [...loopback, 'api.test', 'API.test:8080', '[fd00::1]:1'], foreign],
  ['0.0.0.0', undefined, [...loopback, ...foreign], []],
  ['0.0.0.0', ['api.test'], [...loopback, 'api.test'], foreign],
])('a server on %s that allows %j serves its hosts, and no others', async (host, allowedHosts, served, refused) => {
  const server = await listen((_, response) => response.end('hello'), { port: 0, host, allowedHosts });
  for (const name of served) expect([name, await readStatus(server.port, name)]).toEqual([name, 200]);
  for (const name of refused) expect([name, await readStatus(server.port, name)]).toEqual([name, 421]);
  await server.close();
});

test('listens on an IPv6 address with and without its brackets', async () => {
  for (const host of ['::1', '[::1]']) {
    const server = await listen((_, response) => response.end('hello'), { port: 0, host });
    expect(server.url).toBe(`http://[::1]:${server.port}`);
    expect(await (await fetch(server.url)).text()).toBe('hello');
    await server.close();
  }
});

test.each(['a.example', '10.0.0.1', '[::1]', 'x_y'])('%s is the name of a host', (name) => {
  expect(isHostName(name)).toBe(true);
});

test.each(['', '*', 'a.example:80', 'http://a.example', 'a/b', '::1', 'a b'])('%j is not', (name) => {
  expect(isHostName(name)).toBe(false);
});

test('knows the names and addresses that only this machine reaches', () => {
  expect(['localhost', '127.0.0.1', '::1', '[::1]', 'LocalHost'].filter((name) => !isLoopback(name))).toEqual([]);
  expect(['0.0.0.0', '::', 'a.example', '128.0.0.1', '127.0.0.1.example'].filter(isLoopback)).toEqual([]);
});
