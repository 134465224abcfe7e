import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { operationsOf, readDocument } from '@giftoin/openapi';
import { type Answer, errorAnswer } from './answer.ts';
import { handlerOf } from './handler.ts';

export interface MockOptions {
  /** The port to listen on; 0 takes any free one. 4010 where not given. */
  readonly port?: number;
  /** The address to listen on; only this machine reaches the default, 127.0.0.1. */
  readonly host?: string;
  /** The API keys that are known: any other is answered with 401 and error code 1001. Any key will do where not given. */
  readonly keys?: readonly string[];
  /** The path of another OpenAPI 3.1 document to serve; that of the Giftoin API where not given. */
  readonly document?: string;
}

/** A running mock. */
export interface Mock {
  /** The origin, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a mock of the API in this process: every request is answered with the document's examples.
 *
 * @throws {Error} where the port is taken
 * @throws {DocumentError} where the document cannot be read
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 4010, host = '127.0.0.1', keys } = options;
  const document = await readDocument(options.document);
  const handle = await handlerOf(document, keys);
  const cors = corsOf(operationsOf(document).flatMap((operation) => operation.apiKeyHeaders));

  const answerRequest = async (request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    const answer = await answerOf(request);
    write(response, { ...answer, headers: { ...cors, ...answer.headers } }, request.method === 'HEAD');
  };
  // What Node would otherwise answer by itself, in a shape of its own: a request without Host, an unknown Expect.
  const server = createServer({ requestTimeout: 30_000, requireHostHeader: false }, answerRequest);
  server.on('checkExpectation', answerRequest);
  server.on('connect', (_, socket: Socket) => refuse(socket, 405, 'Method Not Allowed', 'This is no proxy.'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET') socket.destroy();
    else refuse(socket, ...refusalOf(error));
  });

  async function answerOf(request: IncomingMessage): Promise<Answer> {
    if (request.method === 'OPTIONS') return { status: 204, headers: { allow: 'GET, HEAD, OPTIONS' }, body: undefined };
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    try {
      const { method = 'GET', url = '/' } = request;
      return await handle({ method, target: url, headers: Object.fromEntries(headers) });
    } catch (error) {
      return errorAnswer(500, `The mock failed: ${(error as Error).message}`);
    }
  }

  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(explained(error, host, port)));
    server.listen(port, host, listening);
  });
  const { port: taken } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${taken}`, port: taken, close, [Symbol.asyncDispose]: close };
}

/** Lets a page of any origin call the mock: nothing here is secret. */
function corsOf(apiKeyHeaders: readonly string[]): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': [...new Set([...apiKeyHeaders, 'prefer'])].join(', '),
    'access-control-expose-headers': 'retry-after, preference-applied',
    'access-control-max-age': '600',
  };
}

function write(response: ServerResponse, { status, headers, body }: Answer, headOnly: boolean): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { ...headers, 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(headOnly ? undefined : bytes);
}

/** What to say of bytes that Node's parser refused before they became a request. */
function refusalOf({ code }: NodeJS.ErrnoException): [status: number, phrase: string, message: string] {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return [431, 'Request Header Fields Too Large', 'The URL and headers are longer than 16 KiB.'];
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'Request Timeout', 'The request did not arrive in time.'];
  return [400, 'Bad Request', 'The request is not valid HTTP.'];
}

/** Answers on a bare socket, in the contract's shape, and closes it. */
function refuse(socket: Socket, status: number, phrase: string, message: string): void {
  // Whoever sent this may be gone; a socket without a listener would end the process with its error.
  socket.on('error', () => socket.destroy());
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(errorAnswer(status, message).body);
  const head = [
    `HTTP/1.1 ${status} ${phrase}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `date: ${new Date().toUTCString()}`,
    'access-control-allow-origin: *',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${host} is already in use. Stop what uses it, or choose another port.`);
  }
  return new Error(`Cannot listen on port ${port} of ${host} (${error.code}).`);
}
