// What `npm install` of one tarball gives. `pnpm release:proof` installs every package, from a registry, with every package manager.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installFlags, packPackages } from '@giftoin/packing';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'giftoin-client-alone-'));
const client = join(folder, 'node_modules/@giftoin/client');

beforeAll(async () => {
  const tarballs = await packPackages(['@giftoin/client'], join(folder, 'tarballs'));
  const tarball = tarballs.find((each) => each.includes('giftoin-client-')) ?? '';
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await run('npm', [...installFlags, tarball], { cwd: folder });
});
afterAll(() => rm(folder, { recursive: true }));

test('the tarball of the client installs without any other package of this workspace', async () => {
  expect(await readdir(join(folder, 'node_modules/@giftoin'))).toEqual(['client']);
  const { dependencies, devDependencies, scripts } = JSON.parse(await readFile(join(client, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies)).toEqual(['openapi-fetch']);
  expect([devDependencies, scripts]).toEqual([undefined, undefined]);
});

test('it runs', async () => {
  const program = `import { createGiftoinClient } from '@giftoin/client';
    import { fakeFetch, fixtures } from '@giftoin/client/testing';
    const [[example, fixture]] = Object.entries(fixtures.listCollectionChallengeProgress);
    const giftoin = createGiftoinClient({ apiKey: 'test', fetch: fakeFetch(example) });
    const user = { platform: 'discord', platformUserId: '1' };
    const programs = await giftoin.listCollectionChallengeProgress(user);
    console.log(JSON.stringify(programs) === JSON.stringify(fixture));`;
  await writeFile(join(folder, 'program.js'), program);
  const { stdout } = await run(process.execPath, ['program.js'], { cwd: folder });
  expect(stdout).toBe('true\n');
});

test('its declarations need no other package', async () => {
  const program = `import { createGiftoinClient, type GiftoinError } from '@giftoin/client';
    import { fakeFetch, fixtures } from '@giftoin/client/testing';
    const giftoin = createGiftoinClient({ apiKey: 'test', fetch: fakeFetch() });
    const programs = await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '1' });
    export const counts: number[] = [programs.length, Object.keys(fixtures.listCollectionChallengeProgress).length];
    export const toStatus = (error: GiftoinError) => error.status;
    // @ts-expect-error programId is missing
    giftoin.getCollectionChallengeProgress({ platform: 'discord', platformUserId: '1' });`;
  await writeFile(join(folder, 'program.ts'), program);
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    noEmit: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
  await run(process.execPath, [tsc], { cwd: folder }).catch((error) => {
    throw new Error(error.stdout);
  });
});
