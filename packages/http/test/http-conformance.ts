import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { httpCases } from './http-cases.ts';

/** Sends bytes, and returns what the server sends until it closes the connection. */
async function exchange(port: number, bytes: string, isComplete: boolean): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk;
  });
  // A server that refuses a large request early can close before it has read everything.
  socket.on('error', () => {});
  socket.write(Buffer.from(bytes, 'latin1'));
  // Nothing else follows an incomplete message.
  if (!isComplete) socket.end();
  await once(socket, 'close');
  return text;
}

/** The status codes of the final responses. The bodies of this repository's servers do not contain a status line. */
function listStatuses(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 ([2-5]\d\d) /g)].map(([, status]) => Number(status));
}

/** What the operation of a valid request can respond with: also that there is no such operation, or no key. */
const processed = [200, 204, 308, 400, 401, 404, 405, 415];

/**
 * Tests that a server treats requests as RFC 9112 requires it. A second request follows each: the server must process it after
 * a request that it accepts, and must not after one that it refuses.
 *
 * @param target a path that exists
 */
export function testHttpConformance(readPort: () => number, target: string): void {
  test.each(httpCases)('$name ($reference)', async ({ bytes, outcome }) => {
    const port = readPort();
    const fill = (text: string) => text.replaceAll('HOST', `127.0.0.1:${port}`).replaceAll('TARGET', target);
    const isComplete = bytes.includes('\r\n\r\n');
    const next = isComplete ? 'GET TARGET HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n' : '';
    const text = await exchange(port, fill(bytes.replace('HOST/TARGET', `HOST${target}`) + next), isComplete);
    const statuses = listStatuses(text);
    if (outcome === 'accepted') {
      const closes = / HTTP\/1\.0\r\n|\r\nUpgrade: /.test(bytes);
      expect(statuses).toHaveLength(closes ? 1 : 2);
      for (const status of statuses) expect(processed).toContain(status);
      expect(text).not.toContain('not valid HTTP');
    } else if (outcome === 'cut') {
      expect(statuses).toHaveLength(1);
      expect([400, 401, 404, 405, 415]).toContain(statuses[0]);
    } else {
      expect(outcome).toContain(statuses[0]);
      expect(statuses).toHaveLength(1);
      expect(text.toLowerCase()).toContain('\r\nconnection: close\r\n');
    }
  });
}
