import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { createErrorBody } from '@giftoin/protocol';

interface ProtocolError {
  readonly status: number;
  readonly message: string;
}

/** The error for bytes that the HTTP parser of Node.js refused before they became a request. */
export function toProtocolError({ code }: NodeJS.ErrnoException, maxHeaderSize: number): ProtocolError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return { status: 431, message: `The URL and headers are larger than ${maxHeaderSize / 1024} KiB.` };
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: 408, message: 'The request did not arrive in time.' };
  return { status: 400, message: 'The request is not valid HTTP.' };
}

/** Sends an error on a bare socket, in the format of the contract, and closes the socket. */
export function sendProtocolError(
  socket: Duplex,
  { status, message }: ProtocolError,
  headers: Readonly<Record<string, string>> = {},
): void {
  // The client may be gone. The error of a socket without a listener would end the process.
  socket.on('error', () => socket.destroy());
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(createErrorBody(status, message));
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
