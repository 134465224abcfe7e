import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { blankLine, bytesOf, requestOf } from './bytes.ts';
import { type Answer, type Ask, valuesOf } from './exchange.ts';

/** A server of which every byte is ours to spoil, which no library would allow. */
export interface Serving extends AsyncDisposable {
  readonly url: string;
  /** How many requests it has had. */
  requests(): number;
}

/** Serves GETs on a free port of this machine. */
export async function serve(ask: Ask): Promise<Serving> {
  const open = new Set<Socket>();
  let requests = 0;
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A client may go away at any moment, which is no concern of the server.
    converse(socket).catch(() => socket.destroy());
  });

  async function converse(socket: Socket): Promise<void> {
    let rest = Buffer.alloc(0);
    for await (const chunk of socket) {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(blankLine); end >= 0; end = rest.indexOf(blankLine)) {
        const request = requestOf(rest.toString('latin1', 0, end));
        rest = rest.subarray(end + blankLine.length);
        requests += 1;
        const answer = await ask(request);
        if (answer.wait) await sleep(answer.wait);
        const goesOn = valuesOf(request, 'connection')[0]?.toLowerCase() !== 'close';
        if (!(await send(socket, answer, goesOn))) return;
      }
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Whether the connection goes on. */
async function send(socket: Socket, answer: Answer, goesOn: boolean): Promise<boolean> {
  const { cut, close, unframed } = answer;
  if (cut === 0) {
    socket.resetAndDestroy();
    return false;
  }
  const bytes = bytesOf(answer).subarray(0, cut);
  if (goesOn && cut === undefined && !close && !unframed) {
    socket.write(bytes);
    return true;
  }
  await new Promise<void>((sent) => socket.end(bytes, sent));
  return false;
}
