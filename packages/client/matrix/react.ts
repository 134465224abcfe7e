import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openPage } from './chromium.ts';
import { type Consumer, linkPackages } from './consumer.ts';
import { installPackage, versions } from './runtimes.ts';
import { apiKey, type Servers } from './servers.ts';

const run = promisify(execFile);

/** Type-checks the sample with React and TanStack Query, and runs it in Chromium. */
export async function runWithReact(consumer: Consumer, servers: Servers): Promise<void> {
  const installed = await installPackage('openapi-react-query', versions.openapiReactQuery, ...versions.reactPeers);
  const folder = await linkPackages(consumer, 'react', installed);
  await checkSample(folder, await installPackage('typescript', versions.typescript.at(-1) ?? ''));
  await openPage(consumer, 'react/page.tsx', async (evaluate) => {
    const render = (baseUrl: string, platformUserId: string) =>
      evaluate(`render(${JSON.stringify({ apiKey, baseUrl, platformUserId })})`);
    const before = servers.countBroken('empty');
    const texts = {
      list: await render(servers.mock, '123456789012345678'),
      empty: await render(servers.broken, 'empty'),
      schema: await render(servers.broken, 'schema'),
      redirect: await render(servers.broken, 'redirect'),
    };
    const expected: Record<string, RegExp> = {
      list: /: 3 of \d+$/,
      empty: /status 502/,
      schema: /expected string, got integer/,
      redirect: /redirect/,
    };
    const wrong = Object.entries(texts).filter(([step, text]) => !expected[step]?.test(String(text)));
    if (wrong.length > 0) throw new Error(wrong.map(([step, text]) => `${step}: the page shows "${text}"`).join('\n'));
    const sent = servers.countBroken('empty') - before;
    if (sent !== 3) throw new Error(`empty: ${sent} requests were sent. The client sends 3, and TanStack Query none.`);
  });
}

async function checkSample(folder: string, compiler: string): Promise<void> {
  const compilerOptions = {
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2022', 'dom'],
    target: 'es2022',
    jsx: 'react-jsx',
    types: [],
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['page.tsx'] }));
  await run(process.execPath, [join(compiler, 'bin/tsc'), '-p', folder]).catch(({ stdout }) => {
    throw new Error(stdout);
  });
}
