/**
 * Measures the client beside bare `fetch` and beside the clients that people know, in turn and in one run:
 *
 *   pnpm bench             about two minutes
 *   pnpm bench --quick     shorter rounds, to see that it runs
 *   pnpm bench --write     puts the table into the README too
 *   pnpm bench --parts     lists what the bundle consists of too
 *
 * Ratios are what counts: the machine it runs on is another each time.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMock } from '@giftoin/mock';
import { installPacked } from '@giftoin/packing';
import { callCosts } from './calls.ts';
import { names } from './contestants.ts';
import { importCosts } from './imports.ts';
import { sizeOf } from './sizes.ts';
import { tableOf, withTable } from './table.ts';

const flag = { type: 'boolean', default: false } as const;
const { values: wanted } = parseArgs({ options: { quick: flag, write: flag, parts: flag } });
const rounds = wanted.quick ? 3 : 9;
const turns = wanted.quick ? 8 : 24;

const consumer = await mkdtemp(join(tmpdir(), 'giftoin-bench-'));
try {
  await installPacked({
    packages: ['@giftoin/client', '@giftoin/rules'],
    folder: consumer,
    otherPackages: await others(),
  });
  const sizes = new Map(await Promise.all(names.map(async (name) => [name, await sizeOf(name, consumer)] as const)));
  const body = await pageExample();
  const memory = await callCosts('memory', body, 100, { rounds, turns, warmUps: 40 });
  const http = await callCosts('http', body, 20, { rounds, turns, warmUps: 60 });
  const imports = await importCosts(consumer, { rounds: 5, turns: turns / 4, warmUps: 1 });

  const table = tableOf({ memory, http, sizes, imports });
  console.log(table);
  if (wanted.parts) console.log(partsOf(sizes.get('@giftoin/client')?.parts ?? []));
  if (wanted.write) {
    const readme = new URL('../README.md', import.meta.url);
    await writeFile(readme, withTable(await readFile(readme, 'utf8'), table));
  }
} finally {
  await rm(consumer, { recursive: true, force: true });
}

/** The other clients, in the versions of this workspace. */
async function others(): Promise<string[]> {
  const { devDependencies, dependencies } = JSON.parse(
    await readFile(new URL('../package.json', import.meta.url), 'utf8'),
  );
  const installed = names.filter((name) => name in devDependencies || name in dependencies);
  const versionOf = async (name: string) => {
    const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
    return JSON.parse(await readFile(file, 'utf8')).version;
  };
  return Promise.all(installed.map(async (name) => `${name}@${await versionOf(name)}`));
}

/** The list as the provider's page shows it, in base64. */
async function pageExample(): Promise<string> {
  const mock = await startMock({ port: 0 });
  const list = `${mock.url}/api/v1/users/discord/123456789012345678/progress/collection-challenges`;
  const answer = await fetch(list, { headers: { 'x-gft-api-key': 'key-of-the-benchmark' } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  await mock.close();
  return bytes.toString('base64');
}

function partsOf(parts: readonly (readonly [string, number])[]): string {
  return parts.map(([file, bytes]) => `${String(bytes).padStart(6)} bytes  ${file}`).join('\n');
}
