import type { Socket } from 'node:net';
import type { HostileServer } from './hostile-server.ts';

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** Writes a text again and again until the connection closes. */
function repeat(socket: Socket, text: string, interval = 0): void {
  const write = () => {
    if (socket.destroyed) return;
    socket.write(text, () => (interval === 0 ? setImmediate(write) : setTimeout(write, interval)));
  };
  write();
}

export const connections: Readonly<Record<string, HostileServer>> = {
  'no response': { socket: () => {} },
  'closed connection': { socket: (socket) => socket.destroy() },
  'endless 1xx responses': { socket: (socket) => repeat(socket, 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n') },
  'endless headers': {
    socket: (socket) => {
      socket.write(head);
      repeat(socket, 'X-Header: value\r\n');
    },
  },
  'endless header': {
    socket: (socket) => {
      socket.write(`${head}X-Header: `);
      repeat(socket, 'a'.repeat(1_000));
    },
  },
  'dripping head': {
    socket: (socket) => {
      for (const [index, letter] of [...head].entries()) setTimeout(() => socket.write(letter), index * 500).unref();
    },
  },
  'dripping body': {
    socket: (socket) => {
      socket.write(`${head}\r\n[`);
      repeat(socket, ' ', 200);
    },
  },
  'chunk of 16 exabytes': {
    socket: (socket) => socket.write(`${head}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n[`),
  },
  'endless trailers': {
    socket: (socket) => {
      socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n`);
      repeat(socket, 'X-Trailer: value\r\n');
    },
  },
  '100 Set-Cookie headers': {
    http: (response) => {
      const cookies = Array.from({ length: 100 }, (_, index) => `c${index}=${'x'.repeat(100)}`);
      response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': cookies }).end('[]');
    },
  },
  'endless garbage': { socket: (socket) => repeat(socket, '\u0000\u001b[2J'.repeat(1_000)) },
};
