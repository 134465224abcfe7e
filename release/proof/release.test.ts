// A release from the command to the user: two versions in a row are published to a registry that this test starts, and
// installed by every package manager. The tests run in order, and each needs the ones before.
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContract } from '../src/read-contract.ts';
import { readPackages } from '../src/read-packages.ts';
import { workspaceRoot } from '../src/workspace-root.ts';
import { addParameter } from './contract-change.ts';
import { type PackageManager, packageManagers } from './package-managers.ts';
import { type Registry, startRegistry } from './registry.ts';
import { run, startServer } from './run.ts';
import { formatPrelude, formatProgram, listOtherPackages, readSamples } from './samples.ts';
import { copyWorkspace, type WorkspaceCopy } from './workspace-copy.ts';

const published = readPackages(workspaceRoot).filter(({ isPublished }) => isPublished);
const names = published.map(({ name }) => name);
const change = 'The list takes the query parameter `addedByTheProof`.';
let registry: Registry;
let workspace: WorkspaceCopy;
let projects: string;

beforeAll(async () => {
  projects = await mkdtemp(join(tmpdir(), 'giftoin-projects-'));
  registry = await startRegistry();
  workspace = await copyWorkspace(registry.environment);
});
afterAll(async () => {
  await workspace?.remove();
  await registry?.close();
  await rm(projects, { recursive: true, force: true });
});

/** Returns the manifest of the latest version of a package in the registry. Undefined if there is none. */
async function readPublished(name: string) {
  const response = await fetch(`${registry.url}/${name.replace('/', '%2f')}/latest`);
  return response.ok
    ? ((await response.json()) as { version: string; dependencies?: Record<string, string> })
    : undefined;
}

async function createProject(name: string, { files = {} }: PackageManager): Promise<string> {
  const folder = join(projects, name.replaceAll(/\W+/g, '-'));
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  return folder;
}

test('publishes nothing while a changeset is not released', async () => {
  await writeFile(
    join(workspace.folder, '.changeset/proof.md'),
    '---\n"@giftoin/client": patch\n---\n\nThe client is released for the first time.\n',
  );
  await workspace.commit('client: add a change');
  await expect(workspace.run('pnpm', 'release:publish')).rejects.toThrow('is not released yet. Run `pnpm release`');
  expect(await Promise.all(names.map(readPublished))).toEqual(names.map(() => undefined));
});

test('prepares the first release', async () => {
  const log = await workspace.run('pnpm', 'release', '--skip-check');
  console.log(`First release\n\n${log}`);
  await workspace.commit('release');
});

// The test is not part of a build. The other file is.
test.each([
  ['check', 'packages/client/test/responses.test.ts'],
  ['build', 'packages/client/src/index.ts'],
])('publishes nothing with a failed %s', async (_, file) => {
  await appendFile(join(workspace.folder, file), "\nexport const broken: number = 'text';\n");
  await workspace.commit('client: break it');
  const publish = workspace.run('pnpm', '--filter', '@giftoin/client', 'publish');
  await expect(publish).rejects.toThrow(/error TS2322.*@giftoin\/client was not published\. A check failed\./s);
  expect(await readPublished('@giftoin/client')).toBeUndefined();
  await workspace.run('git', 'revert', '--no-edit', 'HEAD');
});

test('publishes nothing with npm, which does not replace the versions of workspace packages', async () => {
  const publish = run(['npm', 'publish'], join(workspace.folder, 'packages/client'), registry.environment);
  await expect(publish).rejects.toThrow('Only pnpm can pack and publish');
});

test('publishes every package, and tags it', async () => {
  await workspace.run('pnpm', 'release:publish');
  await expectPublished();
});

async function expectPublished(): Promise<void> {
  const packages = readPackages(workspace.folder).filter(({ isPublished }) => isPublished);
  const manifests = await Promise.all(names.map(readPublished));
  expect(manifests.map((manifest) => manifest?.version)).toEqual(packages.map(({ version }) => version));
  const tags = (await workspace.run('git', 'tag', '--list')).split('\n');
  expect(tags).toEqual(expect.arrayContaining(packages.map(({ name, version }) => `${name}@${version}`)));
  const contract = readContract(workspace.folder);
  expect((await readPublished('@giftoin/openapi'))?.version).toBe(contract.version);
  expect(contract).toMatchObject({ isChanged: false, releasedVersion: contract.version });
}

test.each(packageManagers)('$name installs the release, and runs the samples of the READMEs', async (manager) => {
  const folder = await createProject(manager.name, manager);
  const { environment } = registry;
  const readmes = ['README.md', ...published.map((each) => `${each.folder}/README.md`)];
  const samples = readSamples(readmes);
  await run(manager.add([...names, ...listOtherPackages(samples)]), folder, environment);
  const start = (name: string, args: string[], urls: number) => {
    const command = manager.exec(`@giftoin/${name}`, `giftoin-${name}`);
    return startServer([...command, ...args], folder, environment, urls);
  };
  await using mock = await start('mock', ['--port', '0'], 1);
  await using sandbox = await start('sandbox', ['--port', '0', '--control-port', '0', '--quiet'], 2);
  const [mockUrl = '', sandboxUrl = '', controlUrl = ''] = [...mock.urls, ...sandbox.urls];
  const origins = { mock: mockUrl, sandbox: sandboxUrl, control: controlUrl };
  await writeFile(join(folder, 'prelude.js'), formatPrelude(origins));
  const failures: string[] = [];
  for (const sample of samples) {
    await writeFile(join(folder, 'sample.ts'), formatProgram(sample, origins));
    const apiKey = { GIFTOIN_API_KEY: 'gft_default_sandbox' };
    // A command-line sample prints its help.
    const program = run([...manager.node, 'sample.ts', '--help'], folder, { ...environment, ...apiKey });
    await program.catch((error) => failures.push(`${sample.name}: ${error.message}`));
  }
  expect(failures).toEqual([]);
  console.log(`${manager.name}: ${names.length} packages, ${samples.length} samples of ${readmes.length} READMEs.`);
});

test('runs the commands of the READMEs without an installation', async () => {
  const folder = await createProject('commands', { ...packageManagers[0] } as PackageManager);
  for (const name of ['mock', 'sandbox', 'contract-tests']) {
    expect(await run(['npx', '-y', `@giftoin/${name}`, '--help'], folder, registry.environment)).toContain('--');
  }
});

test('demands a changeset for a change of the contract', async () => {
  addParameter(workspace.folder, 'addedByTheProof');
  await expect(workspace.run('pnpm', 'lint:changesets')).rejects.toThrow('pnpm changeset --minor @giftoin/openapi');
  await workspace.run('pnpm', 'exec', 'changeset', '--minor', '@giftoin/openapi', '--message', change);
  await workspace.run('pnpm', 'generate');
  await workspace.commit('openapi: add a query parameter');
});

test('publishes the second release', async () => {
  const log = await workspace.run('pnpm', 'release', '--skip-check');
  console.log(`Second release\n\n${log}`);
  await workspace.commit('release');
  await workspace.run('pnpm', 'release:publish');
  await expectPublished();
});

test.each(packageManagers)('$name installs the second release, which says what changed', async (manager) => {
  const folder = await createProject(`${manager.name} 2`, manager);
  await run(manager.add(['@giftoin/client']), folder, registry.environment);
  const program = `import { readFileSync } from 'node:fs';
    import { createGiftoinClient } from '@giftoin/client';
    import { fakeFetch } from '@giftoin/client/testing';
    const fetch = fakeFetch();
    const giftoin = createGiftoinClient({ apiKey: 'test', fetch });
    await giftoin.safe.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '1', addedByTheProof: 'yes' });
    console.log(fetch.requests[0]?.url);
    const entry = new URL(import.meta.resolve('@giftoin/client'));
    console.log(readFileSync(new URL('../CHANGELOG.md', entry), 'utf8'));`;
  await writeFile(join(folder, 'program.ts'), program);
  const output = await run([...manager.node, 'program.ts'], folder, registry.environment);
  expect(output).toContain('?addedByTheProof=yes');
  expect(output).toContain(`### New\n\n- ${change}`);
});
