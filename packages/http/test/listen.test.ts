import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import * as httpPackage from '@giftoin/http';
import { type Handler, listen } from '@giftoin/http';
import { expect, test } from 'vitest';

const hello: Handler = (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('hello');
const here = { port: 0, host: '127.0.0.1' };

/** Writes bytes to a socket and reads until the server closes it. */
async function received(socket: Socket, bytes: string): Promise<string> {
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return text;
}

test('the package exports these names', () => {
  expect(Object.keys(httpPackage)).toMatchInlineSnapshot(`
    [
      "createCors",
      "createHostCheck",
      "isHostName",
      "gracefulClose",
      "listen",
      "isLoopback",
      "findSuccess",
      "createPipeline",
      "createUnknownApiKeyError",
      "RequestError",
      "createJsonResponse",
      "toErrorResponse",
      "toHeaderList",
      "formatAllow",
      "parseTarget",
      "sendResponse",
      "serve",
    ]
  `);
});

test.each([
  ['bytes that are not HTTP', 'hello\r\n\r\n', 400, 'The request is not valid HTTP.'],
  [
    'long headers',
    `GET / HTTP/1.1\r\nx: ${'x'.repeat(5_000)}\r\n\r\n`,
    431,
    'The URL and headers are larger than 4 KiB.',
  ],
  ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\n\r\n', 405, 'This server is not a proxy.'],
  ['half a request', 'GET / HTTP/1.1\r\n', 408, 'The request did not arrive in time.'],
])('responds to %s in the format of the contract', async (_, bytes, status, errorMessage) => {
  const server = await listen(hello, {
    ...here,
    maxHeaderSize: 4_096,
    headersTimeout: 200,
    headers: { 'x-own': 'yes' },
  });
  const text = await received(connect(server.port, '127.0.0.1'), bytes);
  const [head = '', body = ''] = text.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head.toLowerCase()).toContain('content-type: application/json');
  expect(head).toContain('x-own: yes');
  const time: unknown = expect.closeTo(Date.now(), -4);
  expect(JSON.parse(body)).toEqual({ status: { timestamp: time, errorCode: status, errorMessage } });
  await server.close();
});

test('closes the connection of a client that does not read', async () => {
  const cut = Promise.withResolvers<boolean>();
  const server = await listen(
    (_, response) => {
      response.on('close', () => cut.resolve(response.writableFinished));
      response.end(Buffer.alloc(32 * 1024 * 1024));
    },
    { ...here, idleTimeout: 200 },
  );
  const socket = connect(server.port, '127.0.0.1').pause();
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  expect(await cut.promise).toBe(false);
  socket.destroy();
  await server.close();
});

test('allows a slow response to a client that reads', async () => {
  const server = await listen(
    (_, response) => {
      response.write('a');
      setTimeout(() => response.write('b'), 150);
      setTimeout(() => response.end('c'), 300);
    },
    { ...here, idleTimeout: 250 },
  );
  expect(await (await fetch(server.url)).text()).toBe('abc');
  await server.close();
});

test('allows a hundred pipelined requests on a connection, repeatedly, and no more', async () => {
  let requests = 0;
  const server = await listen((_, response) => {
    requests += 1;
    setTimeout(() => response.end('hello'), 20);
  }, here);
  const get = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const reader = connect(server.port, '127.0.0.1');
  let responses = 0;
  reader.on('data', (chunk) => {
    responses += String(chunk).split('hello').length - 1;
  });
  for (const sum of [101, 202]) {
    reader.write(get.repeat(101));
    while (responses < sum) await once(reader, 'data');
  }
  reader.destroy();
  expect(await received(connect(server.port, '127.0.0.1'), get.repeat(1_000))).toBe('');
  expect(requests).toBe(303);
  await server.close();
});

test('waits for the current response on close, up to the drain time', async () => {
  const server = await listen((_, response) => void setTimeout(() => response.end('late'), 200), here);
  const late = fetch(server.url).then((response) => response.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closed = server.close({ drain: 5_000 });
  await expect(fetch(server.url)).rejects.toThrow();
  expect(await late).toBe('late');
  await closed;
});

test('cuts the current response on close without a drain time', async () => {
  const server = await listen(() => {}, here);
  const never = fetch(server.url);
  never.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  await server.close();
  await expect(never).rejects.toThrow();
});

test('reports a port that is in use, and an address that is not available', async () => {
  const server = await listen(hello, here);
  await expect(listen(hello, { ...here, port: server.port })).rejects.toThrow(
    `Port ${server.port} on 127.0.0.1 is already in use. Stop the other process, or choose another port.`,
  );
  await server.close();
  await expect(listen(hello, { port: 0, host: '192.0.2.1' })).rejects.toThrow(
    'Cannot listen on port 0 of 192.0.2.1 (EADDRNOTAVAIL).',
  );
});
