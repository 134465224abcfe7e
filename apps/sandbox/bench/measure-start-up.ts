import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installPacked } from '@giftoin/packing';

const rounds = 5;

/** Measures how long the installed sandbox takes to start, and how much memory it uses then. */
export async function measureStartUp(folder: string): Promise<void> {
  await installPacked({ packages: ['@giftoin/sandbox'], folder });
  const command = join(folder, 'node_modules/.bin/giftoin-sandbox');
  const starts = [];
  for (let round = 0; round < rounds; round += 1) starts.push(await start(command));
  const times = formatRange(starts.map(({ time }) => time));
  const memory = formatRange(starts.map((each) => each.memory / 1e6));
  console.log(`start: ready in ${times} ms with the default world, ${memory} MB (${rounds} starts)\n`);
}

/** Starts a sandbox. Returns the time until it is ready, in milliseconds, and its memory, in bytes. */
async function start(command: string): Promise<{ readonly time: number; readonly memory: number }> {
  const begin = performance.now();
  const child = spawn(process.execPath, [command, '--port', '0', '--control-port', '0', '--quiet']);
  for await (const chunk of child.stdout) if (String(chunk).includes('Ctrl-C')) break;
  const time = performance.now() - begin;
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  child.kill();
  return { time, memory: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024 };
}

function formatRange(values: readonly number[]): string {
  return [Math.min(...values), Math.max(...values)].map(Math.round).join('–');
}
