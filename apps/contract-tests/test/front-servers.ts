/** Servers in front of another one: TLS, HTTP/2, a gateway and an HTTP proxy. */
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http';
import { createServer as createHttp2Server, createSecureServer, type Http2Server } from 'node:http2';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** A server that is listening. */
export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
}

/** Listens on a free port of this machine. */
export async function listen(server: TcpServer | Server | Http2Server, scheme = 'http'): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  (server as TcpServer).on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Starts a server that returns the same response to every request. */
export function startHttpServer(listener: RequestListener): Promise<RunningServer> {
  return listen(createServer(listener));
}

/** Starts a server that decrypts TLS and passes the bytes on to another server. */
export function startTlsServer(options: TlsOptions, target: string): Promise<RunningServer> {
  const server = createTlsServer(options, (socket) => {
    const backend = connect(Number(new URL(target).port), '127.0.0.1');
    socket.on('error', () => backend.destroy()).pipe(backend);
    backend.on('error', () => socket.destroy()).pipe(socket);
  });
  return listen(
    server.on('tlsClientError', () => {}),
    'https',
  );
}

/** Starts a server that speaks only HTTP/2, with TLS if there are options for it, and passes requests on to another server. */
export function startHttp2Server(options: TlsOptions | undefined, target: string): Promise<RunningServer> {
  const server = options ? createSecureServer(options) : createHttp2Server();
  server.on('request', (received, out) => {
    const { ':path': path = '', ...others } = received.headers;
    const headers = Object.fromEntries(Object.entries(others).filter(([name]) => !name.startsWith(':')));
    request(target, { path: String(path), headers, agent: false }, (response) => {
      const { connection: _, 'transfer-encoding': __, 'keep-alive': ___, ...kept } = response.headers;
      out.writeHead(response.statusCode ?? 0, kept);
      response.pipe(out);
    }).end();
  });
  server.on('sessionError', () => {});
  return listen(server, options ? 'https' : 'http');
}

/** Starts a server that passes requests on as they are if `accept` returns their path on the other server. */
export function startGateway(
  target: string,
  accept: (request: IncomingMessage) => string | undefined,
  reject: RequestListener = (_, out) =>
    out.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404 Not Found</h1>'),
): Promise<RunningServer> {
  return startHttpServer((received, out) => {
    const path = accept(received);
    if (path === undefined) reject(received, out);
    else forward(`${target}`, path, received, out);
  });
}

function forward(origin: string, path: string, received: IncomingMessage, out: Parameters<RequestListener>[1]): void {
  request(origin, { path, headers: received.rawHeaders, method: received.method, agent: false }, (response) => {
    out.writeHead(response.statusCode ?? 0, response.rawHeaders);
    response.pipe(out);
  }).end();
}

/** A proxy, and the requests that it got: `CONNECT host:port`, or the method and the origin. */
export interface RunningProxy extends RunningServer {
  readonly requests: readonly string[];
}

/** Starts an HTTP proxy that opens tunnels and forwards requests. */
export async function startProxy(authorization?: string): Promise<RunningProxy> {
  const requests: string[] = [];
  const isAllowed = ({ headers }: IncomingMessage) =>
    authorization === undefined || headers['proxy-authorization'] === authorization;
  const server = createServer((received, out) => {
    const { origin } = new URL(received.url ?? '');
    requests.push(`${received.method} ${origin}`);
    const { 'proxy-authorization': _, ...headers } = received.headers;
    if (!isAllowed(received)) out.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"' }).end();
    else {
      const path = (received.url ?? '').slice(origin.length);
      request(origin, { path, headers, agent: false }, (response) => {
        out.writeHead(response.statusCode ?? 0, response.rawHeaders);
        response.pipe(out);
      }).end();
    }
  });
  server.on('connect', (received: IncomingMessage, socket: Socket) => {
    requests.push(`CONNECT ${received.url}`);
    if (!isAllowed(received)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\n\r\n');
      return;
    }
    const { hostname, port } = new URL(`http://${received.url}`);
    const backend = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.on('error', () => backend.destroy()).pipe(backend);
    });
    backend.on('error', () => socket.destroy()).pipe(socket);
  });
  return { ...(await listen(server)), requests };
}

/** Starts a server that writes bytes to every connection and closes it. */
export function startRawTcpServer(bytes: string | Buffer): Promise<RunningServer> {
  return listen(createTcpServer((socket) => socket.on('error', () => {}).end(bytes)));
}
