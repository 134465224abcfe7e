import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy on this machine, whose network can be cut. */
export interface CutProxy {
  readonly port: number;
  /** Drops every byte from now on, in both directions. Connections stay open, and new ones are accepted. */
  cut(): void;
  /** Forwards new connections again. Those of the time before are never heard of again. */
  restore(): void;
  close(): Promise<void>;
}

/**
 * Starts a proxy in front of a server on this machine.
 *
 * @param host the address of the proxy
 */
export async function startCutProxy(targetPort: number, host = '127.0.0.1'): Promise<CutProxy> {
  let isCut = false;
  const sockets = new Set<Socket>();
  const lost = new Set<Socket>();
  const forward = (from: Socket, to: Socket) => {
    from.on('data', (chunk) => lost.has(from) || to.write(chunk));
    from.on('close', () => lost.has(from) || to.destroy());
    from.on('error', () => {});
  };
  const server = createServer((client) => {
    sockets.add(client);
    if (isCut) {
      lost.add(client.on('data', () => {}).on('error', () => {}));
      return;
    }
    const target = connect(targetPort, '127.0.0.1');
    sockets.add(target);
    forward(client, target);
    forward(target, client);
  }).listen(0, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true;
      for (const socket of sockets) lost.add(socket);
    },
    restore() {
      isCut = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
