/**
 * An endpoint that is added to the document is typed, callable, mocked, documented and checked without a hand-written line:
 * shown on copies of types, protocol and client, generated from a larger document.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildDocs } from '@giftoin/docs/build';
import { startMock } from '@giftoin/mock';
import { documentFile } from '@giftoin/openapi';
import { generateFiles } from '@giftoin/types/generate';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
/** The folder of a package whose entry point is in `src`. */
const findPackageFolder = (name: string) => fileURLToPath(new URL('..', import.meta.resolve(name)));

const endpoint = `
  /api/v1/users/{platform}/{platformUserId}/rewards/{rewardId}:
    parameters:
      - $ref: "#/components/parameters/Platform"
      - $ref: "#/components/parameters/PlatformUserId"
      - { name: rewardId, in: path, required: true, x-returned-as: id, schema: { type: string } }
      - { name: limit, in: query, schema: { type: integer } }
    get:
      operationId: getReward
      responses:
        "200":
          description: The reward.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Badge" }
              example: { id: b_1, colour: gold }
        "401": { $ref: "#/components/responses/Unauthorized" }

components:
`;
const schema = `
  schemas:
    Badge:
      type: object
      description: A badge.
      required: [id, colour]
      properties:
        id: { type: string, description: Its identifier. }
        colour: { anyOf: [{ type: string, enum: [gold, silver] }, { type: string }], description: Its colour. }
`;

const program = `
import { type Badge, createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient({ apiKey: 'demo', baseUrl: process.env.MOCK ?? '' });
const badge: Badge = await giftoin.getReward({ platform: 'discord', platformUserId: '1', rewardId: 'b_7', limit: 2 });
// @ts-expect-error rewardId is missing
const misuse = () => giftoin.getReward({ platform: 'discord', platformUserId: '1' });
// @ts-expect-error a badge is read-only
const change = () => { badge.colour = 'silver'; };
const fetch = async () => Response.json({ id: 'b_1', colour: 1 });
const wrong = await createGiftoinClient({ apiKey: 'demo', fetch }).safe.getReward({ platform: 'discord', platformUserId: '1', rewardId: 'b_7' });
const dots = await createGiftoinClient({ apiKey: 'demo', fetch }).safe.getReward({ platform: 'discord', platformUserId: '1', rewardId: '..' });
const messages = [wrong, dots].map((result) => (result.ok ? '' : result.error.message));
console.log(JSON.stringify([badge, typeof misuse, typeof change, messages]));
`;

let folder = '';
const document = () => join(folder, 'openapi.yaml');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giftoin-endpoint-'));
  const grown = (await readFile(documentFile, 'utf8'))
    .replace('\n\ncomponents:\n', endpoint)
    .replace('\n  schemas:\n', schema);
  await writeFile(document(), grown);
  await cp(join(here, '../tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  for (const name of ['types', 'protocol', 'client']) {
    for (const part of ['package.json', 'src']) {
      await cp(join(findPackageFolder(`@giftoin/${name}`), part), join(folder, name, part), { recursive: true });
    }
    await mkdir(join(folder, 'node_modules/@giftoin'), { recursive: true });
    await symlink(join(folder, name), join(folder, 'node_modules/@giftoin', name));
  }
  await symlink(join(here, 'node_modules/openapi-fetch'), join(folder, 'node_modules/openapi-fetch'));
  for (const [name, text] of Object.entries(await generateFiles(document()))) {
    await writeFile(join(folder, 'types/src/generated', name), text);
  }
  await writeFile(join(folder, 'program.ts'), program);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(here, 'node_modules/@types'), join(folder, 'node_modules/@types'));
  await writeFile(
    join(folder, 'tsconfig.json'),
    '{ "extends": "./tsconfig.base.json", "compilerOptions": { "lib": ["es2024", "dom"] }, "include": ["program.ts"] }',
  );
});
afterAll(() => rm(folder, { recursive: true }));

test('it is typed', async () => {
  await expect(run('tsc', [], { cwd: folder })).resolves.toMatchObject({ stdout: '' });
});

test('it can be called, the mock responds, and the client validates the request and the response', async () => {
  await using mock = await startMock({ port: 0, document: document() });
  const { stdout } = await run(process.execPath, ['program.ts'], {
    cwd: folder,
    env: { ...process.env, MOCK: mock.url },
  });
  const messages = [
    'The response violates the contract at colour: expected string, got integer.',
    'rewardId is "..". It must be a string that is not empty. It must not be "." or "..". The pattern is ^.+$.',
  ];
  expect(JSON.parse(stdout)).toEqual([{ id: 'b_7', colour: 'gold' }, 'function', 'function', messages]);
});

test('it is documented', async () => {
  await buildDocs(join(folder, 'site'), document());
  const page = await readFile(join(folder, 'site/index.html'), 'utf8');
  expect(page).toContain('"operationId":"getReward"');
});

test('it is checked', async () => {
  await using mock = await startMock({ port: 0, document: document(), keys: ['key-of-the-test'] });
  const words = ['--url', mock.url, '--key', 'key-of-the-test', '--document', document(), '--all'];
  const { stdout } = await run('giftoin-contract-tests', words);
  expect(stdout).toContain('  ok    getReward accepts the key in x-gft-api-key alone, in any case of the name\n');
  expect(stdout).toContain('  ok    getReward accepts every well-formed parameter\n');
  expect(stdout).toMatch(/ 0 failed, \d+ skipped .*: the server conforms to the contract\.\n$/);
});
