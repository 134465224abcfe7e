import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '@giftoin/sandbox';
import { afterAll } from 'vitest';

const sandbox = await startSandbox({ port: 0, controlPort: 0 });
afterAll(() => sandbox.close());

const { default: key, overdue, denied, limited, failing } = sandbox.apiKeys;

export { key };

/** The keys that get another status code than 200, by that status code. */
export const keysFor = { 402: overdue, 403: denied, 429: limited, 500: failing };

export interface FixtureResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string | Buffer;
}

export interface Hooks {
  /** Whether unknown keys are accepted. Default: `false`. */
  readonly acceptsUnknownKeys?: boolean;
  /** Changes a response before it is sent. */
  change?(response: FixtureResponse, request: IncomingMessage): FixtureResponse;
  /** Sends a response. Default: `sendResponse`. */
  send?(out: ServerResponse, response: FixtureResponse, request: IncomingMessage): void;
}

export function sendResponse(out: ServerResponse, { status, headers, body }: FixtureResponse): void {
  out.writeHead(status, headers).end(body);
}

export function createJsonResponse(status: number, body: unknown): FixtureResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export function createErrorResponse(status: number): FixtureResponse {
  return createJsonResponse(status, {
    status: { timestamp: Date.now(), errorCode: status, errorMessage: 'It failed.' },
  });
}

/** Starts a server that returns the responses of a sandbox, except for what the hooks change. */
export async function startFixtureServer(hooks: Hooks = {}) {
  const { acceptsUnknownKeys = false, change = (response) => response, send = sendResponse } = hooks;
  const server = createServer(async (received, out) => {
    const response = await forward(received, acceptsUnknownKeys);
    send(out, change(response, received), received);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends a request to the sandbox, with the path and headers as they were received. */
function forward({ url = '', rawHeaders }: IncomingMessage, acceptsUnknownKeys: boolean): Promise<FixtureResponse> {
  const headers = acceptsUnknownKeys ? replaceKeys(rawHeaders) : rawHeaders;
  return new Promise((resolve, reject) => {
    const forwarded = request(sandbox.url, { path: url, headers, agent: false }, async (response) => {
      const { connection: _, 'content-length': __, ...kept } = response.headers;
      const chunks = await response.toArray();
      resolve({ status: response.statusCode ?? 0, headers: kept, body: Buffer.concat(chunks) });
    });
    forwarded.on('error', reject).end();
  });
}

/** Replaces every key that is not empty. Names and values of the headers alternate. */
function replaceKeys(rawHeaders: readonly string[]): string[] {
  return rawHeaders.map((text, index) =>
    /^(x-)?gft[-_]api[-_]key$/i.test(rawHeaders[index - 1] ?? '') && text ? key : text,
  );
}
