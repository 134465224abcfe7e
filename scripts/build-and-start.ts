/** Builds the docs, then runs `start.ts`. One process from the start, so that it ends with the package manager that started it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watchPackageManager } from '@giftoin/command-line';

const args = ['run', 'build', '--filter=@giftoin/docs', '--output-logs=errors-only'];
const build = spawn('turbo', args, { stdio: 'inherit', shell: process.platform === 'win32' });
const stop = () => void build.kill();
const stopWatching = watchPackageManager(stop);
process.on('SIGINT', stop).on('SIGTERM', stop);
const [code, signal] = await once(build, 'exit');
process.off('SIGINT', stop).off('SIGTERM', stop);
stopWatching();
if (code === 0) await import('./start.ts');
else process.exitCode = signal === null ? code : 130;
