/** Mock and sandbox process requests in the same way: they respond alike to every shape of request. */
import { parseResponse, sendBytes } from '@giftoin/http/test/raw';
import { requestShapes, toBytes } from '@giftoin/http/test/request-shapes';
import { startMock } from '@giftoin/mock';
import { isSuccess, listOperations, readDocument } from '@giftoin/openapi';
import { startSandbox } from '@giftoin/sandbox';
import { afterAll, expect, test } from 'vitest';

const listPath = '/api/v1/users/discord/123456789012345678/progress/collection-challenges';
const sandbox = await startSandbox({ port: 0, controlPort: 0 });
const apiKey = sandbox.apiKeys.default;
const mock = await startMock({ port: 0, keys: [apiKey] });
afterAll(() => Promise.all([sandbox.close(), mock.close()]));

const ports = [mock.port, Number(new URL(sandbox.url).port)];

test.each(requestShapes)('mock and sandbox respond alike to $title: $status', async (shape) => {
  const [fromMock, fromSandbox] = await Promise.all(
    ports.map(async (port) => comparable(await sendBytes(port, toBytes(shape, listPath, apiKey)))),
  );
  expect(fromMock).toEqual(fromSandbox);
  expect(fromMock?.status).toBe(shape.status);
});

/** The optional headers of a success. The mock returns their examples. */
const documentedHeaders = new Set(
  listOperations(await readDocument()).flatMap(({ responses }) =>
    responses
      .filter(isSuccess)
      .flatMap(({ headers }) => headers.flatMap(({ name, required }) => (required ? [] : name.toLowerCase()))),
  ),
);

/** Without what differs by design: the date, and the content of a success, which is an example in the mock. */
function comparable(text: string) {
  const { status, headers, body } = parseResponse(text);
  const values = Object.entries(headers)
    .filter(([name]) => status !== 200 || !documentedHeaders.has(name))
    .map(([name, value]) => {
      const differs = name === 'date' || (status === 200 && name === 'content-length');
      return [name, differs ? 'any' : value];
    });
  const { timestamp, ...error } = status === 200 || body === '' ? {} : JSON.parse(body).status;
  return { status, headers: Object.fromEntries(values), hasTimestamp: typeof timestamp, error };
}
