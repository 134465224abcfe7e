import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** An HTTP proxy that runs. */
export interface Proxy {
  readonly url: string;
  /** How many tunnels and requests it has forwarded. */
  count(): number;
  close(): Promise<void>;
}

/** Starts a proxy on a free port that opens tunnels with CONNECT, and forwards requests with an absolute URL. */
export async function startProxy(): Promise<Proxy> {
  let count = 0;
  const server = createServer(({ method, url = '', headers }, response) => {
    count += 1;
    const forwarded = request(url, { method, headers }, (received) => {
      response.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    response.on('close', () => forwarded.destroy());
    forwarded.end();
  });
  server.on('connect', ({ url = '' }, client) => {
    count += 1;
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, count: () => count, close };
}
