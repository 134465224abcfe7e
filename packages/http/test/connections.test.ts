import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Handler, type ListenOptions, listen } from '@giftoin/http';
import { expect, test } from 'vitest';

const get = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
const here = { port: 0, host: '127.0.0.1' };

/** A server whose responses are sent when the test says so. */
async function startServer(options: Partial<ListenOptions> = {}) {
  const waiting: (() => void)[] = [];
  let onRequest = () => {};
  const handle: Handler = (incoming, response) => {
    incoming.resume();
    waiting.push(() => response.headersSent || response.end('hello'));
    onRequest();
  };
  const server = await listen(handle, { ...here, ...options });
  return {
    server,
    release: () => {
      for (const respond of waiting.splice(0)) respond();
    },
    /** Waits until as many requests wait for their responses. */
    async waitFor(count: number): Promise<void> {
      while (waiting.length < count) await new Promise<void>((resolve) => (onRequest = resolve));
    },
  };
}

/** Connects, and collects what the server sends. */
async function open(port: number) {
  const socket = connect(port, '127.0.0.1');
  const result = { text: '', error: undefined as string | undefined };
  socket.on('data', (chunk) => (result.text += chunk));
  socket.on('error', (error: NodeJS.ErrnoException) => (result.error = error.code));
  await once(socket, 'connect');
  return { socket, result };
}

test.each([
  ['bytes that are not HTTP', 'hello\r\n\r\n', 400],
  ['a request with a malformed header', 'GET / HTTP/1.1\r\nHost : x\r\n\r\n', 400],
  ['a request without a host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n', 405],
  ['an unknown expectation', 'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: x\r\n\r\n', 417],
  ['headers that stop arriving', 'GET / HTTP/1.1\r\nHost: local', 408],
])('sends the responses to the requests before %s, then the error, and closes', async (_, bytes, status) => {
  const { server, release, waitFor } = await startServer({ headersTimeout: 300 });
  const { socket, result } = await open(server.port);
  socket.write(get + get + bytes);
  await waitFor(2);
  // Longer than the timeout: the error must still wait for the responses.
  await wait(status === 408 ? 700 : 0);
  release();
  await once(socket, 'close');
  const statuses = [...result.text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, text]) => Number(text));
  expect(statuses).toEqual([200, 200, status]);
  await server.close();
});

test('responds to a body that is broken with 400, once, and ignores what the handler sends later', async () => {
  const { server, release, waitFor } = await startServer();
  const { socket, result } = await open(server.port);
  socket.write(`${get}POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n`);
  await waitFor(2);
  release();
  await once(socket, 'close');
  expect(result.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  await server.close();
});

test.each([
  ['headers', true, 'GET / HTTP/1.1\r\nHost: localhost\r\nX: ', ['408']],
  ['headers after a request', true, `${get}GET / HTTP/1.1\r\nHost: localhost\r\nX: `, ['200', '408']],
  ['a body', false, 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n', ['408']],
  [
    'a chunked body',
    false,
    'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n',
    ['408'],
  ],
  // The request has its response. Another one would be taken for the response to the next request.
  ['a body that no one reads', true, 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n', ['200']],
])(
  'cuts the connection of a client that drips %s and keeps its side open',
  async (_, isReleased, start, statuses) => {
    const { server, release } = await startServer({ headersTimeout: 200, requestTimeout: 200 });
    const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
    let text = '';
    socket.on('data', (chunk) => (text += chunk)).on('error', () => {});
    socket.write(start);
    const drip = setInterval(() => {
      if (isReleased) release();
      socket.write('x');
    }, 20);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
    expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(statuses);
    await server.close();
  },
  10_000,
);

test('a server that closes serves one more request of each kept connection, and says that it closes them', async () => {
  const { server, release } = await startServer();
  const agent = new Agent({ keepAlive: true, maxSockets: 80 });
  const send = () =>
    new Promise<string>((resolve, reject) => {
      const sent = request(server.url, { agent }, (response) => {
        response.resume().on('end', () => resolve(String(response.headers.connection)));
      });
      sent.on('error', reject).end();
    });
  const releasing = setInterval(release, 5);
  expect(new Set(await Promise.all(Array.from({ length: 80 }, send)))).toEqual(new Set(['keep-alive']));
  const start = performance.now();
  const closed = server.close({ drain: 10_000, grace: 5_000 });
  expect(new Set(await Promise.all(Array.from({ length: 80 }, send)))).toEqual(new Set(['close']));
  await closed;
  clearInterval(releasing);
  expect(performance.now() - start).toBeLessThan(5_000);
  agent.destroy();
});

test('a response in progress says that the connection closes, and idle connections end without a reset', async () => {
  const { server, release, waitFor } = await startServer();
  const [busy, idle] = [await open(server.port), await open(server.port)];
  idle.socket.write(get);
  await waitFor(1);
  release();
  await once(idle.socket, 'data');
  busy.socket.write(get);
  await waitFor(1);
  const closed = server.close({ drain: 10_000, grace: 50 });
  await once(idle.socket, 'close');
  release();
  await once(busy.socket, 'close');
  await closed;
  expect([idle.result.error, busy.result.error]).toEqual([undefined, undefined]);
  expect(busy.result.text).toMatch(/^HTTP\/1\.1 200 OK\r\n.*Connection: close\r\n.*hello$/s);
});

test('a client that disconnects does not delay the close of the server', async () => {
  const { server, waitFor } = await startServer();
  const { socket } = await open(server.port);
  socket.write(get);
  await waitFor(1);
  socket.destroy();
  await server.close({ drain: 60_000 });
});
