import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as mockPackage from '@giftoin/mock';
import { documentFile } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { key, list, send, sendRaw } from './request.ts';

const { startMock } = mockPackage;

test('the package exports one function', () => {
  expect(Object.keys(mockPackage)).toMatchInlineSnapshot(`
    [
      "startMock",
    ]
  `);
});

test('reports a port that is in use', async () => {
  await using first = await startMock({ port: 0 });
  await expect(startMock({ port: first.port })).rejects.toThrow(
    `Port ${first.port} on 127.0.0.1 is already in use. Stop the other process, or choose another port.`,
  );
});

test('frees its port and its connections on close', async () => {
  const mock = await startMock({ port: 0 });
  await fetch(mock.url + list, { headers: key });
  await mock.close();
  await expect(send(mock.url, list)).rejects.toThrow('ECONNREFUSED');
});

test('closes while a request is still arriving', async () => {
  const mock = await startMock({ port: 0 });
  const received = sendRaw(mock.port, `GET ${list} HTTP/1.1\r\nhost: localhost\r\n`).catch(() => '');
  await send(mock.url, list);
  await mock.close();
  expect(await received).toBe('');
});

test('serves another document with a new endpoint, without code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-mock-'));
  const file = join(folder, 'openapi.yaml');
  const rewards = `
  /api/v1/users/{platform}/{platformUserId}/rewards/{rewardId}:
    parameters:
      - $ref: "#/components/parameters/Platform"
      - $ref: "#/components/parameters/PlatformUserId"
      - { name: rewardId, in: path, required: true, x-returned-as: id, schema: { type: string, pattern: "^r_" } }
      - { name: limit, in: query, schema: { type: integer } }
    get:
      operationId: getReward
      responses:
        "200":
          description: The reward.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Reward" }
              example: { id: r_1, name: Badge }
        "401": { $ref: "#/components/responses/Unauthorized" }
        "400": { $ref: "#/components/responses/BadRequest" }
components:
`;
  try {
    await writeFile(file, (await readFile(documentFile, 'utf8')).replace('\ncomponents:\n', rewards));
    await using mock = await startMock({ port: 0, document: file });
    const path = '/api/v1/users/discord/1/rewards';
    expect((await send(mock.url, `${path}/r_7?limit=2`)).json).toEqual({ id: 'r_7', name: 'Badge' });
    expect((await send(mock.url, `${path}/r_7?limit=many`)).status).toBe(400);
    expect((await send(mock.url, `${path}/x`)).status).toBe(400);
    expect((await send(mock.url, `${path}/r_7`, {})).status).toBe(401);
    expect((await send(mock.url, list)).status).toBe(200);
  } finally {
    await rm(folder, { recursive: true });
  }
});
