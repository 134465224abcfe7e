import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { forward } from '../browser/gateway.ts';
import { startServers } from './start-servers.ts';

const userId = '123456789012345678';
let servers: Awaited<ReturnType<typeof startServers>>;
let page: typeof import('../browser/collections.tsx');
let origin: string;

const gateway = createServer(async (request, response) => {
  const forwarded = await forward(new Request(`${origin}${request.url}`, { method: request.method ?? '' }), userId);
  response.writeHead(forwarded.status, Object.fromEntries(forwarded.headers)).end(await forwarded.text());
});

beforeAll(async () => {
  servers = await startServers();
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const { fetch } = globalThis;
  vi.stubGlobal('location', { origin });
  // The gateway sends its requests to production.
  vi.stubGlobal('fetch', (url: string | URL, init: RequestInit) =>
    fetch(String(url).replace('https://api.giftoin.org', servers.origins.sandbox), init),
  );
  page = await import('../browser/collections.tsx');
});
beforeEach(async () => {
  page.queryClient.clear();
  await servers.control.resetWorkspace();
  vi.stubEnv('GIFTOIN_API_KEY', servers.apiKeys.default);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  gateway.close();
  await servers.close();
});

const render = () =>
  renderToString(
    createElement(QueryClientProvider, { client: page.queryClient }, createElement(page.Collections, { userId })),
  );
const countRequests = async () => (await servers.control.readRequestLog()).length;

test('shows the progress through the gateway, which adds the API key', async () => {
  expect(render()).toBe('<p>Loading</p>');
  await page.queryClient.prefetchQuery(page.collectionsQuery(userId));
  expect(render()).toBe('<ul><li>Winter Challenge<!-- --> <progress max="100" value="30"></progress></li></ul>');
});

test('only the client retries: 3 requests, not 12', async () => {
  vi.stubEnv('GIFTOIN_API_KEY', servers.apiKeys.failing);
  const before = await countRequests();
  await page.queryClient.prefetchQuery(page.collectionsQuery(userId));
  expect((await countRequests()) - before).toBe(3);
  const state = page.queryClient.getQueryState(page.collectionsQuery(userId).queryKey);
  expect(state).toMatchObject({ status: 'error', error: { kind: 'internalServer', attempts: 3 } });
});

test('the gateway forwards only the progress of the user', async () => {
  const before = await countRequests();
  const other = [
    [`/giftoin/api/v1/users/discord/${userId}0/progress/collection-challenges`, 'GET'],
    [`/giftoin/api/v1/users/discord/${userId}/progress/../../42/progress/collection-challenges`, 'GET'],
    [`/giftoin/api/v1/users/discord/${userId}/progress/..%2F..%2F42/progress/collection-challenges`, 'GET'],
    [`/giftoin/api/v1/users/discord/${userId}/progress/collection-challenges/..%2Fx`, 'GET'],
    [`/giftoin/api/v1/users/discord/${userId}/progress/collection-challenges`, 'POST'],
  ] as const;
  for (const [path, method] of other) {
    expect((await forward(new Request(`${origin}${path}`, { method }), userId)).status).toBe(404);
  }
  expect(await countRequests()).toBe(before);
});

test('the gateway passes Retry-After on', async () => {
  vi.stubEnv('GIFTOIN_API_KEY', servers.apiKeys.limited);
  const send = () =>
    forward(new Request(`${origin}/giftoin/api/v1/users/discord/${userId}/progress/collection-challenges`), userId);
  await send();
  const { status, headers } = await send();
  expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
});
