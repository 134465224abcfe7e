import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { createErrorBody } from '@giftoin/protocol';

/** What is wrong with the bytes of a client, before they are a request for an operation. */
export interface ProtocolError {
  readonly status: number;
  readonly message: string;
}

type Headers = Readonly<Record<string, string>>;

/** How long a client can stay after the last byte was sent, and how long sending it can take, in milliseconds. */
const lingerTimes = { sent: 1_000, unsent: 30_000 } as const;

/** The error for bytes that the HTTP parser of Node.js refused before they became a request. */
export function toProtocolError(
  { code, rawPacket }: NodeJS.ErrnoException & { readonly rawPacket?: Buffer },
  maxHeaderSize: number,
): ProtocolError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return { status: 431, message: `The URL and headers are larger than ${maxHeaderSize / 1024} KiB.` };
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: 408, message: 'The request did not arrive in time.' };
  const isVersion = code === 'HPE_INVALID_VERSION' && hasOtherVersion(rawPacket?.toString('latin1') ?? '');
  if (isVersion) return { status: 505, message: 'The server supports HTTP/1.1 and HTTP/1.0.' };
  return { status: 400, message: 'The request is not valid HTTP.' };
}

/** Whether a request has a well-formed version that the parser does not know. */
function hasOtherVersion(text: string): boolean {
  return /^\s*\S+ +\S+ HTTP\/(?!1\.[01]\r)\d\.\d\r\n/.test(text);
}

/** Sends an error as the response to a request, and closes its connection. */
export function respondWithError(response: ServerResponse, error: ProtocolError, headers: Headers = {}): void {
  const { body, list } = format(error, headers);
  response.shouldKeepAlive = false;
  response.req.resume();
  response.writeHead(error.status, list).end(body);
}

/** Sends an error on a bare socket, in the format of the contract, and closes the socket. */
export function sendProtocolError(socket: Duplex, error: ProtocolError, headers: Headers = {}): void {
  const { body, list } = format(error, headers);
  const lines = Object.entries(list).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`, ...lines];
  endSocket(socket, `${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Ends a connection without a reset: the client reads what was sent, then the end. Cuts it if the client stays. */
export function endSocket(socket: Duplex, last?: string): void {
  // The client may be gone. The error of a socket without a listener would end the process.
  socket.on('error', () => socket.destroy());
  cutAfter(socket, lingerTimes.unsent);
  if (socket.writable) socket.end(last, () => cutAfter(socket, lingerTimes.sent));
}

/** Cuts a connection, however much or little its client sends until then. */
export function cutAfter(socket: Duplex, time: number): void {
  const timer = setTimeout(() => socket.destroy(), time);
  socket.once('close', () => clearTimeout(timer));
}

function format({ status, message }: ProtocolError, headers: Headers) {
  const body = JSON.stringify(createErrorBody(status, message));
  const list = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    date: new Date().toUTCString(),
    ...headers,
    connection: 'close',
  };
  return { body, list };
}
