import { execFile } from 'node:child_process';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { openPage } from './chromium.ts';
import { type Consumer, linkPackages } from './consumer.ts';
import { startProxy } from './proxy.ts';
import { checkOutcomes } from './run-program.ts';
import { installPackage, versions } from './runtimes.ts';
import { apiKey, type Servers } from './servers.ts';

const run = promisify(execFile);
const { nodeFetch, nodeFetch2, crossFetch, whatwgFetch, undici } = versions;

/** The packages whose `fetch` the program uses in Node.js. */
export const fetchPackages = [
  ['node-fetch', nodeFetch2],
  ['node-fetch', nodeFetch],
  ['cross-fetch', crossFetch],
  ['undici', undici],
] as const;

/** Runs the program in Node.js with the `fetch` of a package. */
export async function runWithFetch(name: string, version: string, consumer: Consumer, servers: Servers): Promise<void> {
  const folder = await createFolder(consumer, name, version);
  await checkOutcomes(servers, false, async (setting) => {
    const { stdout } = await run(process.execPath, ['run.mjs', JSON.stringify(setting), name], { cwd: folder });
    return JSON.parse(stdout);
  });
}

/** Runs a shorter program in Chromium with implementations of `fetch` on XMLHttpRequest. */
export async function runWithXhr(consumer: Consumer, servers: Servers): Promise<void> {
  const folder = await createFolder(consumer, 'whatwg-fetch', whatwgFetch, `cross-fetch@${crossFetch}`);
  const expected = {
    list: ['program_123'],
    redirect: 'redirect',
    large: 'tooLarge',
    empty: 'unexpectedStatus',
    schema: 'wrongShape',
    silent: 'timeout',
    stopped: 'aborted',
  };
  const { mock, broken } = servers;
  await openPage(consumer, `${basename(folder)}/page.mjs`, async (evaluate) => {
    for (const name of ['whatwg-fetch', 'cross-fetch']) {
      const outcomes = await evaluate(`run(${JSON.stringify({ mock, broken, apiKey })}, ${JSON.stringify(name)})`);
      const [actual, wanted] = [JSON.stringify(outcomes), JSON.stringify(expected)];
      if (actual !== wanted) throw new Error(`${name}: expected ${wanted}, got ${actual}`);
    }
  });
}

/** Sends requests through a proxy with `ProxyAgent` of undici, and with the variable that Node.js 24 reads. */
export async function runWithProxy(consumer: Consumer, servers: Servers): Promise<void> {
  const folder = await createFolder(consumer, 'undici', undici);
  const proxy = await startProxy();
  try {
    const args = ['proxy.mjs', servers.mock, apiKey, proxy.url];
    const { stdout } = await run(process.execPath, args, { cwd: folder });
    if (stdout.trim() !== '[1,1]') throw new Error(`The program printed ${stdout}`);
    if (proxy.count() === 0) throw new Error('No request went through the proxy with ProxyAgent.');
    const before = proxy.count();
    const env = {
      ...process.env,
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: proxy.url,
      http_proxy: proxy.url,
      NO_PROXY: '',
      no_proxy: '',
    };
    await checkOutcomes(servers, false, async (setting) => {
      const result = await run(process.execPath, ['../import.mjs', JSON.stringify(setting)], { cwd: folder, env });
      return JSON.parse(result.stdout);
    });
    if (proxy.count() === before) throw new Error('No request went through the proxy with NODE_USE_ENV_PROXY.');
  } finally {
    await proxy.close();
  }
}

/** Type-checks clients with the `fetch` of other packages. */
export async function checkFetchTypes(consumer: Consumer): Promise<void> {
  const folder = await createFolder(consumer, 'cross-fetch', crossFetch, `node-fetch@${nodeFetch}`, `undici@${undici}`);
  const compilerOptions = {
    module: 'nodenext',
    lib: ['es2022', 'dom'],
    target: 'es2022',
    types: ['node'],
    typeRoots: [join(consumer.folder, 'node_modules/@types')],
    strict: true,
    exactOptionalPropertyTypes: true,
    // The declarations of the other packages are not ours.
    skipLibCheck: true,
    noEmit: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['types.ts'] }));
  for (const version of [versions.typescript[0], versions.typescript.at(-1) ?? '']) {
    const compiler = await installPackage('typescript', version);
    await run(process.execPath, [join(compiler, 'bin/tsc'), '-p', folder]).catch(({ stdout }) => {
      throw new Error(`TypeScript ${version}: ${stdout}`);
    });
  }
}

/** Creates a new folder with the sources of `fetches` in which a package and its peers can be imported. */
async function createFolder(
  consumer: Consumer,
  name: string,
  version: string,
  ...peers: readonly string[]
): Promise<string> {
  const installed = await installPackage(name, version, ...peers);
  const temporary = await mkdtemp(join(consumer.folder, 'fetches-'));
  const folder = await linkPackages(consumer, basename(temporary), installed);
  await cp(join(consumer.folder, 'fetches'), folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  return folder;
}
