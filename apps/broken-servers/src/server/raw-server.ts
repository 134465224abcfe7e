import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readHeader } from './headers.ts';
import { blankLine, formatResponse, parseRequest } from './http-bytes.ts';
import type { RawResponse, Respond } from './respond.ts';

/** A server that writes its own bytes, because an HTTP library would not send an invalid response. */
export interface RawServer extends AsyncDisposable {
  readonly url: string;
  /** Returns the number of requests received. */
  countRequests(): number;
}

/** Starts a server for GET requests on a free port. */
export async function startRawServer(respond: Respond): Promise<RawServer> {
  const open = new Set<Socket>();
  let requests = 0;
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A client may disconnect at any time. That is not an error of the server.
    handleConnection(socket).catch(() => socket.destroy());
  });

  async function handleConnection(socket: Socket): Promise<void> {
    let rest = Buffer.alloc(0);
    for await (const chunk of socket) {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(blankLine); end >= 0; end = rest.indexOf(blankLine)) {
        const request = parseRequest(rest.toString('latin1', 0, end));
        rest = rest.subarray(end + blankLine.length);
        requests += 1;
        const response = await respond(request);
        if (response.delay) await sleep(response.delay);
        const isKeptAlive = readHeader(request, 'connection').toLowerCase() !== 'close';
        if (!(await send(socket, response, isKeptAlive))) return;
      }
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    countRequests: () => requests,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Returns whether the connection stays open. */
async function send(socket: Socket, response: RawResponse, isKeptAlive: boolean): Promise<boolean> {
  const { cut, close, unframed } = response;
  if (cut === 0) {
    socket.resetAndDestroy();
    return false;
  }
  const bytes = formatResponse(response).subarray(0, cut);
  if (isKeptAlive && cut === undefined && !close && !unframed) {
    socket.write(bytes);
    return true;
  }
  await new Promise<void>((sent) => socket.end(bytes, sent));
  return false;
}
