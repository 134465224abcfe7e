import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Finds a free port below the range of outgoing connections. A port in that range could be taken while PostgreSQL is stopped, or
 * a client that retries could connect to itself.
 */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = 10_240 + Math.floor(Math.random() * 20_000);
    const socket = connect(port, '127.0.0.1');
    const isTaken = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (!isTaken) return port;
  }
}
