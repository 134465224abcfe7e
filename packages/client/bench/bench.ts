/**
 * Compares the client with plain `fetch` and with well-known HTTP clients, in one run:
 *
 *   pnpm bench             about two minutes
 *   pnpm bench --quick     fewer and shorter rounds, to check that it runs
 *   pnpm bench --write     also writes the table to the README
 *   pnpm bench --parts     also lists the files in the bundle of this client
 *
 * Costs are ratios, because absolute times depend on the machine.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMock } from '@giftoin/mock';
import { installPacked } from '@giftoin/packing';
import { measureBundle } from './bundle-size.ts';
import { measureCallCosts } from './call-costs.ts';
import { clientNames } from './clients.ts';
import { measureImportCosts } from './import-costs.ts';
import { formatTable, replaceTable } from './table.ts';

const flag = { type: 'boolean', default: false } as const;
const { values: flags } = parseArgs({ options: { quick: flag, write: flag, parts: flag } });
const rounds = flags.quick ? 3 : 9;
const turns = flags.quick ? 8 : 24;

const consumer = await mkdtemp(join(tmpdir(), 'giftoin-bench-'));
try {
  await installPacked({
    packages: ['@giftoin/client', '@giftoin/rules'],
    folder: consumer,
    otherPackages: await listOtherClients(),
  });
  const bundles = await Promise.all(
    clientNames.map(async (name) => [name, await measureBundle(name, consumer)] as const),
  );
  const sizes = new Map(bundles);
  const body = await fetchExample();
  const memory = await measureCallCosts('memory', body, 100, { rounds, turns, warmUps: 40 });
  const http = await measureCallCosts('http', body, 20, { rounds, turns, warmUps: 60 });
  const imports = await measureImportCosts(consumer, { rounds: 5, turns: turns / 4, warmUps: 1 });

  const table = formatTable({ memory, http, sizes, imports });
  console.log(table);
  if (flags.parts) console.log(formatParts(sizes.get('@giftoin/client')?.parts ?? []));
  if (flags.write) {
    const readme = new URL('../README.md', import.meta.url);
    await writeFile(readme, replaceTable(await readFile(readme, 'utf8'), table));
  }
} finally {
  await rm(consumer, { recursive: true, force: true });
}

/** The other clients as `name@version`, in the versions of this workspace. */
async function listOtherClients(): Promise<string[]> {
  const { devDependencies, dependencies } = JSON.parse(
    await readFile(new URL('../package.json', import.meta.url), 'utf8'),
  );
  const others = clientNames.filter((name) => name in devDependencies || name in dependencies);
  const readVersion = async (name: string) => {
    const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
    return JSON.parse(await readFile(file, 'utf8')).version;
  };
  return Promise.all(others.map(async (name) => `${name}@${await readVersion(name)}`));
}

/** The list in the first example of the OpenAPI document, in Base64. */
async function fetchExample(): Promise<string> {
  const mock = await startMock({ port: 0 });
  const list = `${mock.url}/api/v1/users/discord/123456789012345678/progress/collection-challenges`;
  const response = await fetch(list, { headers: { 'x-gft-api-key': 'benchmark-key' } });
  const bytes = Buffer.from(await response.arrayBuffer());
  await mock.close();
  return bytes.toString('base64');
}

function formatParts(parts: readonly (readonly [string, number])[]): string {
  return parts.map(([file, bytes]) => `${String(bytes).padStart(6)} bytes  ${file}`).join('\n');
}
