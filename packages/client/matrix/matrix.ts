/**
 * Installs the packed client outside the workspace, and tests it with every supported runtime and compiler:
 *
 *   pnpm matrix                  runs all rows, in a few minutes; the first run also installs the runtimes and tools
 *   pnpm matrix --only bun       runs the rows whose names contain "bun"
 *   pnpm matrix --list           lists the names of the rows
 *
 * Exits with 1 if a row fails, and with 2 if no row could run.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { lintTarball } from '@giftoin/packing';
import { checkTarballTypes } from './check-tarball-types.ts';
import { checkTypes, listResolutions } from './check-types.ts';
import { runInChromium } from './chromium.ts';
import { runInJest, runInTsJest, runInTsNode } from './commonjs-tools.ts';
import { type Consumer, createConsumer } from './consumer.ts';
import { runInNext } from './nextjs.ts';
import { checkFetchTypes, fetchPackages, runWithFetch, runWithProxy, runWithXhr } from './other-fetches.ts';
import { runWithReact } from './react.ts';
import { runCommand } from './run-program.ts';
import { installBun, installDeno, installNode, installPackage, versions } from './runtimes.ts';
import { type Servers, startServers } from './servers.ts';
import { runInWorkerd } from './workerd.ts';

type Row = readonly [name: string, run: (consumer: Consumer, servers: Servers) => Promise<void>];

const modules = { import: 'import.mjs', require: 'require.cjs' };

/** Creates the rows of a command-line runtime: one for each module system. */
function createRows(name: string, commandLine: () => Promise<readonly string[]>): Row[] {
  return Object.entries(modules).map(([moduleSystem, module]) => [
    `${name}, ${moduleSystem}`,
    async (consumer, servers) => runCommand(await commandLine(), module, consumer, servers),
  ]);
}

const rows: readonly Row[] = [
  ...versions.node.flatMap((version) => createRows(`Node ${version}`, async () => [await installNode(version)])),
  ...createRows(`Bun ${versions.bun}`, async () => [await installBun()]),
  // Without --allow-env, because a client with the option apiKey does not read the environment.
  ...createRows(`Deno ${versions.deno}`, async () => [
    await installDeno(),
    'run',
    '--no-prompt',
    '--allow-net=127.0.0.1',
    '--allow-read',
  ]),
  [`Jest ${versions.jest}`, runInJest],
  [`ts-jest ${versions.tsJest}`, runInTsJest],
  [`ts-node ${versions.tsNode}`, runInTsNode],
  ...fetchPackages.map(
    ([name, version]): Row => [
      `fetch of ${name} ${version}`,
      (consumer, servers) => runWithFetch(name, version, consumer, servers),
    ],
  ),
  ['fetch through a proxy', runWithProxy],
  ['declarations of other packages with fetch', checkFetchTypes],
  [`Next.js ${versions.next}`, runInNext],
  ...['2026-07-01', '2024-11-10'].map(
    (date): Row => [
      `workerd (miniflare ${versions.miniflare}, ${date})`,
      (consumer, servers) => runInWorkerd(date, consumer, servers),
    ],
  ),
  ['Chromium', runInChromium],
  ['Chromium, whatwg-fetch and cross-fetch', runWithXhr],
  ['Chromium, React and openapi-react-query', runWithReact],
  ...versions.typescript.flatMap((version) =>
    listResolutions(version).map(
      (resolution): Row => [
        `TypeScript ${version}, ${resolution}`,
        async (consumer) => checkTypes(await installPackage('typescript', version), resolution, consumer),
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
    console.error(`matrix: No row contains ${JSON.stringify(values.only)}. Run with --list to see all rows.`);
    return 2;
  }
  if (values.list) {
    console.log(chosen.map(([name]) => name).join('\n'));
    return 0;
  }
  const consumer = await createConsumer();
  const servers = await startServers();
  const failures: string[] = [];
  const width = Math.max(...chosen.map(([name]) => name.length));
  try {
    console.log(consumer.tarballs.map((tarball) => basename(tarball)).join(' '));
    for (const [name, run] of chosen) {
      const start = performance.now();
      const message = await run(consumer, servers).catch((error: Error) => error.message.trim());
      const time = `${Math.round(performance.now() - start)} ms`.padStart(9);
      console.log(`${name.padEnd(width)}  ${message ? 'FAIL' : 'ok  '} ${time}`);
      if (message) failures.push(message.replace(/^/gm, `${name}: `));
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
