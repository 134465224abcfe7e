/** `npx pnpm start` starts several processes, and passes no SIGTERM on: the servers must still end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const opened = once(socket, 'connect').then(
    () => true,
    () => false,
  );
  return opened.finally(() => socket.destroy());
}

// Other systems do not show the processes between.
test.runIf(process.platform === 'linux').each([
  ['mock', ['--port', '0'], /http:\/\/127\.0\.0\.1:(\d+)/g],
  ['sandbox', ['--port', '0', '--control-port', '0'], /http:\/\/127\.0\.0\.1:(\d+)/g],
] as const)(
  'no port of %s stays open after SIGTERM to the outermost process',
  async (script, args, pattern) => {
    const child = spawn('npx', ['-y', 'pnpm@12', '--silent', script, ...args], { cwd: root, detached: true });
    // Only the group of this test, whatever the outcome.
    onTestFinished(() => {
      try {
        process.kill(-Number(child.pid), 'SIGKILL');
      } catch {
        // Everything has ended, as it should.
      }
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    while (!output.includes('Ctrl-C')) await once(child.stdout, 'data');
    const ports = [...new Set([...output.matchAll(pattern)].map(([, port]) => Number(port)))];
    child.kill('SIGTERM');
    // The output ends when the last process has ended.
    await once(child.stdout, 'close');
    for (const port of ports) if (await isOpen(port)) throw new Error(`Port ${port} is open.`);
  },
  120_000,
);
