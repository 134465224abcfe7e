import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorBody } from './error-body.ts';

/** What to say of bytes that Node's parser refused before they became a request. */
export function refusalOf({ code }: NodeJS.ErrnoException, maxHeaderSize: number): [status: number, message: string] {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return [431, `The URL and headers are longer than ${maxHeaderSize / 1024} KiB.`];
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'The request did not arrive in time.'];
  return [400, 'The request is not valid HTTP.'];
}

/** Answers on a bare socket, in the contract's shape, and closes it. */
export function refuse(
  socket: Duplex,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  // Whoever sent this may be gone; a socket without a listener would end the process with its error.
  socket.on('error', () => socket.destroy());
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(errorBody(status, message));
  const all = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    date: new Date().toUTCString(),
    ...headers,
    connection: 'close',
  };
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
