import { request } from 'node:http';
import { connect } from 'node:net';
import { listOperations, readDocument } from '@giftoin/openapi';
import { expect } from 'vitest';

export const list = '/api/v1/users/discord/123456789012345678/progress/collection-challenges';
export const one = `${list}/program_123`;

/** The operations at `list` and `one`. The document can have others. */
export const operations = listOperations(await readDocument()).filter(
  ({ path }) =>
    path.endsWith('/progress/collection-challenges') || path.endsWith('/progress/collection-challenges/{programId}'),
);
export const [listOperation, oneOperation] = operations;

export const key = { 'x-gft-api-key': 'demo' };

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly json: unknown;
}

/** Sends a path exactly as it is written; fetch and URL would mend it first. */
export function send(origin: string, path: string, headers: Record<string, string> = key, method = 'GET') {
  const { hostname, port } = new URL(origin);
  return new Promise<Received>((received, failed) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      received({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text,
        json: text === '' ? undefined : JSON.parse(text),
      });
    });
    sent.on('error', failed).end();
  });
}

/** Writes bytes to a socket and reads until the server closes it. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((received, failed) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', failed).on('close', () => received(text));
  });
}

/** The body of an error, as an argument of `toEqual`. */
export const errorBody = (errorCode: number, errorMessage: unknown = expect.any(String)) => ({
  status: { timestamp: expect.any(Number), errorCode, errorMessage },
});
