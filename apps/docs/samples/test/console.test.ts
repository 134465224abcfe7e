import { afterAll, expect, test } from 'vitest';
import { type CodeBlock, listPages } from '../src/index.ts';
import { createShell, replacedPrograms } from './console/create-shell.ts';
import { startServers } from './start-servers.ts';

const programs = [...replacedPrograms, 'cd', 'curl', 'echo', 'export', 'mkdir'];
const pages = listPages()
  .map(({ file, blocks }) => ({
    file,
    commands: blocks.filter(({ sample }) => sample === undefined).flatMap(readCommands),
  }))
  .filter(({ commands }) => commands.length > 0);

const servers = await startServers();
const shell = await createShell(servers);
afterAll(async () => {
  await shell.remove();
  await servers.close();
});

test.each(pages)('the commands of $file run', async ({ commands }) => {
  const workingDirectory = await shell.createDirectory();
  await servers.control.resetWorkspace();
  const curl = 'curl() { command curl --fail --silent --show-error "$@"; }';
  // A failed command is the last one in the trace.
  const lines = [curl, 'set -x', ...commands].join('\n');
  const environment = { STAGING_URL: servers.origins.sandbox };
  const failure = await shell.run(lines, workingDirectory, environment).then(
    () => undefined,
    ({ stderr }) => stderr,
  );
  expect(failure).toBeUndefined();
});

test('the commands start with programs that this test runs', () => {
  const unknown = pages.flatMap(({ file, commands }) =>
    commands.filter((line) => !programs.includes(line.split(' ')[0] ?? '')).map((line) => `${file}: ${line}`),
  );
  expect(unknown).toEqual([]);
});

/** In a `console` block, a command starts with `$`. All other lines show what it prints. `…` stands for an API key. */
function readCommands({ language, code }: CodeBlock): readonly string[] {
  const pattern = { console: /^\$ (.*)$/gm, sh: /^(.+)$/gm }[language];
  const lines = pattern ? Array.from(code.matchAll(pattern), ([, line = '']) => line.trim()) : [];
  return lines.filter((line) => !line.includes('=…'));
}
