import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { startMock } from '@giftoin/mock';
import { documentFile } from '@giftoin/openapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { key, list, one, operations, type Received, send } from './request.ts';

// Prism's own server is the reference: where its response conforms to the contract, ours is the same.
let prism: ChildProcess;
let reference = '';
const mock = await startMock({ port: 0 });

beforeAll(async () => {
  const bin = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
  prism = spawn(process.execPath, [bin, 'mock', '-h', '127.0.0.1', '-p', '0', documentFile], { stdio: 'pipe' });
  let said = '';
  while (!reference) {
    const [chunk] = await once(prism.stdout as NodeJS.ReadableStream, 'data');
    said += chunk;
    reference = /Prism is listening on (http:\S+)/.exec(said)?.[1] ?? '';
  }
  prism.stdout?.resume();
});
afterAll(async () => {
  const closed = once(prism, 'close');
  prism.kill();
  await Promise.all([closed, mock.close()]);
});

type Request = readonly [path: string, headers: Record<string, string>];

const preferences = operations.flatMap(({ responses }, index) =>
  responses.flatMap(({ status, examples }) =>
    [`code=${status}`, ...[...examples.keys()].map((name) => `code=${status}, example=${name}`)].map(
      (prefer): Request => [index === 0 ? list : one, { ...key, prefer }],
    ),
  ),
);

test.each<Request>([
  [list, key],
  [one, key],
  [list, { 'gft-api-key': 'a' }],
  [list, { 'x-gft_api_key': 'a' }],
  [list, {}],
  [one, {}],
  [`${list}?unknown=1`, key],
  ['/api/v1/users/dis%20cord/1/progress/collection-challenges', key],
  ['/api/v1/users/discord/1%2F2/progress/collection-challenges', key],
  [`${list}/program.1`, key],
  ...preferences,
])('%s with %j gets the same response as from Prism', async (path, headers) => {
  const [ours, theirs] = await Promise.all([send(mock.url, path, headers), send(reference, path, headers)]);
  expect(comparable(ours)).toEqual(comparable(theirs));
});

/** What the contract determines: not the time and the message of an error. */
function comparable({ status, headers, json }: Received): unknown {
  const body = status < 400 ? json : { errorCode: (json as { status: { errorCode: number } }).status.errorCode };
  return { status, type: headers['content-type'], retryAfter: headers['retry-after'], body };
}
