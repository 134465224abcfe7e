import { connect } from 'node:net';
import { createSandboxControl, startSandbox } from '@giftoin/sandbox';
import { apiKeyHeaders } from '@giftoin/types';
import { parseResponse } from './http-bytes.ts';
import type { Account, RawRequest, RawResponse, Respond } from './respond.ts';
import { createWorlds, type WorldName } from './worlds.ts';

/** The server that keeps the contract. */
export interface ConformingServer extends AsyncDisposable {
  /** Returns the server with the data of a world. It accepts the API key of the account. */
  withWorld(world: WorldName, account: Account): Respond;
  /** The API keys that get 402, 403, 429 and 500, by status code. */
  readonly keysFor: Readonly<Record<number, string>>;
}

/** Starts a sandbox with a workspace for every world. Their clocks are frozen, so that responses can be cached. */
export async function startConformingServer(): Promise<ConformingServer> {
  const sandbox = await startSandbox({ port: 0, controlPort: 0 });
  const { overdue, denied, limited, failing } = sandbox.apiKeys;
  const keysFor = { 402: overdue, 403: denied, 429: limited, 500: failing };
  const sandboxKeys = new Map<WorldName, string>();
  for (const [workspace, world] of Object.entries(createWorlds(Date.now()))) {
    const control = createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token, workspace });
    const { apiKeys } = await control.createWorkspace({ workspace });
    await control.loadWorld(world);
    sandboxKeys.set(workspace as WorldName, apiKeys.default);
  }
  const port = Number(new URL(sandbox.url).port);
  const respond = cacheResponses(
    (request) => requestSandbox(port, request),
    // The first request with this key gets 200.
    ({ headers }) => headers.every(([, value]) => value !== limited),
  );
  return {
    withWorld(world, { apiKey }) {
      const sandboxKey = sandboxKeys.get(world) ?? '';
      return (request) => respond(toSandboxRequest(request, apiKey, sandboxKey));
    },
    keysFor,
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}

/** Keeps only what the response depends on: the target and the API key headers. */
function toSandboxRequest({ target, headers }: RawRequest, apiKey: string, sandboxKey: string): RawRequest {
  const names: readonly string[] = apiKeyHeaders;
  const kept = headers.filter(([name]) => names.includes(name.toLowerCase()));
  return { target, headers: kept.map(([name, value]) => [name.toLowerCase(), replaceKey(value, apiKey, sandboxKey)]) };
}

/** Replaces a key in the value of a header, which can have several keys separated by commas. */
function replaceKey(value: string, apiKey: string, sandboxKey: string): string {
  const keys = value.split(',').map((key) => (key.trim() === apiKey ? key.replace(apiKey, sandboxKey) : key));
  return keys.join(',');
}

function cacheResponses(respond: Respond, isCacheable: (request: RawRequest) => boolean): Respond {
  const cache = new Map<string, Promise<RawResponse>>();
  return (request) => {
    if (!isCacheable(request)) return respond(request);
    const id = JSON.stringify(request);
    const response = cache.get(id) ?? respond(request);
    cache.set(id, response);
    return response;
  };
}

/** Writes the request to a socket, because an HTTP client would reject or normalize some of the targets. */
function requestSandbox(port: number, { target, headers }: RawRequest): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const lines = [`GET ${target} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...headers.map((header) => header.join(': '))];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(Buffer.from(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`, 'latin1'));
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject).on('close', () => {
      try {
        resolve(parseResponse(Buffer.concat(chunks)));
      } catch (error) {
        reject(error);
      }
    });
  });
}
