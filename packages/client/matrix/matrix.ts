/**
 * Installs the packed client outside the workspace and uses it there, on every runtime and with every compiler that it
 * promises to work with:
 *
 *   pnpm matrix                  everything, a minute or two; the first run installs the runtimes too
 *   pnpm matrix --only bun       the rows whose names have these words
 *   pnpm matrix --list           the names of the rows
 *
 * The exit code is 1 where a row fails, and 2 where nothing could be run.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { lintTarball } from '@giftoin/packing';
import { checkTarballTypes } from './check-tarball-types.ts';
import { runInChromium } from './chromium.ts';
import { type Consumer, makeConsumer } from './consumer.ts';
import { runCommand } from './programs.ts';
import { bunBinary, denoBinary, installed, nodeBinary, versions } from './runtimes.ts';
import { type Servers, startServers } from './servers.ts';
import { checkTypes, resolutions } from './typings.ts';
import { runInWorkerd } from './workerd.ts';

type Row = readonly [name: string, run: (consumer: Consumer, servers: Servers) => Promise<void>];

const modules = { import: 'import.mjs', require: 'require.cjs' };

/** The rows of a runtime that has both module systems. */
function commandRows(name: string, words: () => Promise<readonly string[]>): Row[] {
  return Object.entries(modules).map(([way, module]) => [
    `${name}, ${way}`,
    async (consumer, servers) => runCommand(await words(), module, consumer, servers),
  ]);
}

const rows: readonly Row[] = [
  ...versions.node.flatMap((version) => commandRows(`Node ${version}`, async () => [await nodeBinary(version)])),
  ...commandRows(`Bun ${versions.bun}`, async () => [await bunBinary()]),
  // Without --allow-env: a client that is given its key has no need of the environment.
  ...commandRows(`Deno ${versions.deno}`, async () => [
    await denoBinary(),
    'run',
    '--no-prompt',
    '--allow-net=127.0.0.1',
    '--allow-read',
  ]),
  [`workerd (miniflare ${versions.miniflare})`, runInWorkerd],
  ['Chromium', runInChromium],
  ...versions.typescript.flatMap((version) =>
    (Object.keys(resolutions) as (keyof typeof resolutions)[]).map(
      (resolution): Row => [
        `TypeScript ${version}, ${resolution}`,
        async (consumer) => checkTypes(await installed('typescript', version), resolution, consumer),
      ],
    ),
  ),
  ['publint', async ({ tarballs }) => void (await Promise.all(tarballs.map(lintTarball)))],
  ['are the types wrong?', async ({ tarballs }) => void (await Promise.all(tarballs.map(checkTarballTypes)))],
];

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: 'string', default: '' }, list: { type: 'boolean', default: false } },
  });
  const chosen = rows.filter(([name]) => name.toLowerCase().includes(values.only.toLowerCase()));
  if (chosen.length === 0) {
    console.error(`matrix: --only is ${JSON.stringify(values.only)}, which is in no row. See --list.`);
    return 2;
  }
  if (values.list) {
    console.log(chosen.map(([name]) => name).join('\n'));
    return 0;
  }
  const consumer = await makeConsumer();
  const servers = await startServers();
  const failures: string[] = [];
  const width = Math.max(...chosen.map(([name]) => name.length));
  try {
    console.log(consumer.tarballs.map((tarball) => basename(tarball)).join(' '));
    for (const [name, run] of chosen) {
      const start = performance.now();
      const trouble = await run(consumer, servers).catch((error: Error) => error.message.trim());
      const time = `${Math.round(performance.now() - start)} ms`.padStart(9);
      console.log(`${name.padEnd(width)}  ${trouble ? 'FAIL' : 'ok  '} ${time}`);
      if (trouble) failures.push(trouble.replace(/^/gm, `${name}: `));
    }
  } finally {
    await servers.close();
    await consumer.remove();
  }
  console.log(`${chosen.length - failures.length} of ${chosen.length} rows pass.`);
  if (failures.length > 0) console.error(failures.join('\n'));
  return failures.length > 0 ? 1 : 0;
}

process.exitCode = await main().catch((error: Error) => {
  console.error(`matrix: ${error.message}`);
  return 2;
});
