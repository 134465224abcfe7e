import { execFile, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type Consumer, linkPackages } from './consumer.ts';
import { installPackage, versions } from './runtimes.ts';
import { apiKey, listen, type Servers } from './servers.ts';

const run = promisify(execFile);

/** The paths of the app whose content has to be new in each response. */
const fresh = ['/', '/api', '/safe', '/openapi-fetch'];

/** Builds and starts an app of Next.js 14, and checks that its pages show the progress of the moment. */
export async function runInNext(consumer: Consumer, servers: Servers): Promise<void> {
  const next = await installPackage('next', versions.next, ...versions.nextPeers);
  const folder = await linkPackages(consumer, 'nextjs', next);
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const server = await startCountingServer(servers.mock);
  const env = {
    ...process.env,
    GIFTOIN_API_KEY: apiKey,
    GIFTOIN_URL: server.url,
    NEXT_TELEMETRY_DISABLED: '1',
    // The consumer has no packages of Next.js in its lockfile. Next.js would add them, with requests to a registry.
    NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
  };
  const command = join(next, 'dist/bin/next');
  try {
    await run(process.execPath, [command, 'build'], { cwd: folder, env, timeout: 300_000 }).catch((error) => {
      throw new Error(`next build failed: ${error.stdout}${error.stderr}`);
    });
    const args = [command, 'start', '--hostname', '127.0.0.1', '--port', '0'];
    const app = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const url = await readUrl(app.stdout);
      // The app would wait if nothing read its output.
      app.stdout.resume();
      const read = async (path: string) => /count \d+\./.exec(await (await fetch(url + path)).text())?.[0];
      for (const path of fresh) await checkCounts(path, await read(path), await read(path), false);
      await checkCounts('/frozen', await read('/frozen'), await read('/frozen'), true);
    } finally {
      app.kill();
    }
  } finally {
    await server.close();
  }
}

/** Starts a server whose responses differ in the number of collected cards. */
async function startCountingServer(mock: string) {
  const list = `${mock}/api/v1/users/discord/42/progress/collection-challenges`;
  const [program] = (await (await fetch(list, { headers: { 'x-gft-api-key': apiKey } })).json()) as object[];
  let collectedCount = 0;
  return listen((_, response) => {
    collectedCount += 1;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify([{ ...program, collectedCount }]));
  });
}

async function readUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const url = /http:\/\/\S+:\d+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error('next start printed no URL.');
}

async function checkCounts(path: string, first?: string, second?: string, areEqual = false): Promise<void> {
  if (!first || (first === second) !== areEqual) {
    throw new Error(`${path} shows ${first} and then ${second}. They must be ${areEqual ? 'equal' : 'different'}.`);
  }
}
