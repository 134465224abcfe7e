import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Consumer, createCommonJsPackage } from './consumer.ts';
import { checkOutcomes } from './run-program.ts';
import { installPackage, versions } from './runtimes.ts';
import type { Servers } from './servers.ts';

const run = promisify(execFile);
// The last version with the compiler API, which ts-jest and ts-node require.
const typescript = 'typescript@5.9.3';
const compilerOptions = { module: 'commonjs', moduleResolution: 'node', target: 'es2022', strict: true };

const requires = `
  const client = require('@giftoin/client');
  const openapiFetch = require('@giftoin/client/openapi-fetch');
  const testing = require('@giftoin/client/testing');
  const { program } = require('../compiled/program.cjs');`;
const imports = `
  import * as client from '@giftoin/client';
  import * as openapiFetch from '@giftoin/client/openapi-fetch';
  import * as testing from '@giftoin/client/testing';
  import { program } from './program';`;
const test = `
  test('the program', async () => {
    const { outcomes, setting } = JSON.parse(process.env.MATRIX ?? '');
    const text = JSON.stringify(await program({ client, openapiFetch, testing }, setting));
    require('node:fs').writeFileSync(outcomes, text);
  }, 60_000);`;
const print = `
  program({ client, openapiFetch, testing }, JSON.parse(process.argv[2] ?? ''))
    .then((outcomes) => console.log(JSON.stringify(outcomes)));`;

/** Runs the program as a test of Jest, with its default configuration. */
export async function runInJest(consumer: Consumer, servers: Servers): Promise<void> {
  const jest = await installPackage('jest', versions.jest);
  await runTest(jest, { 'client.test.js': requires + test }, {}, consumer, servers);
}

/** Runs the program as a test of Jest in TypeScript, which ts-jest type-checks and compiles. */
export async function runInTsJest(consumer: Consumer, servers: Servers): Promise<void> {
  const peers = [`jest@${versions.jest}`, `@types/jest@30.0.0`, typescript];
  const tsJest = await installPackage('ts-jest', versions.tsJest, ...peers);
  const typeRoots = [join(tsJest, '../@types'), join(consumer.folder, 'node_modules/@types')];
  const tsconfig = { ...compilerOptions, esModuleInterop: true, typeRoots, types: ['jest', 'node'] };
  const transform = { '\\.ts$': [tsJest, { tsconfig }] };
  await runTest(join(tsJest, '../jest'), { 'client.test.ts': imports + test }, { transform }, consumer, servers);
}

/** Runs the program in TypeScript with ts-node, which type-checks and compiles it. */
export async function runInTsNode(consumer: Consumer, servers: Servers): Promise<void> {
  const tsNode = await installPackage('ts-node', versions.tsNode, typescript);
  const folder = await createCommonJsPackage(consumer, ['program.ts']);
  await writeFile(join(folder, 'run.ts'), imports + print);
  const typeRoots = [join(consumer.folder, 'node_modules/@types')];
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...compilerOptions, typeRoots, types: ['node'] } }),
  );
  await checkOutcomes(servers, false, async (setting) => {
    const compiler = ['--compiler', join(tsNode, '../typescript')];
    const args = [join(tsNode, 'dist/bin.js'), ...compiler, 'run.ts', JSON.stringify(setting)];
    const { stdout } = await run(process.execPath, args, { cwd: folder, timeout: 120_000 });
    return JSON.parse(stdout);
  });
}

async function runTest(
  jest: string,
  files: Readonly<Record<string, string>>,
  config: object,
  consumer: Consumer,
  servers: Servers,
): Promise<void> {
  const folder = await createCommonJsPackage(consumer, ['program.ts']);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const outcomes = join(folder, 'outcomes.json');
  await checkOutcomes(servers, false, async (setting) => {
    const flags = [
      '--config',
      JSON.stringify(config),
      '--rootDir',
      folder,
      '--testPathPatterns',
      ...Object.keys(files),
    ];
    const env = { ...process.env, MATRIX: JSON.stringify({ outcomes, setting }) };
    const args = [join(jest, 'bin/jest.js'), '--runInBand', ...flags];
    await run(process.execPath, args, { cwd: folder, env, timeout: 120_000 });
    return JSON.parse(await readFile(outcomes, 'utf8'));
  });
}
