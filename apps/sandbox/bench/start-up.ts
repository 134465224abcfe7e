import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/**
 * How long a sandbox takes until it says that it is ready, in milliseconds, and its memory then, in bytes.
 *
 * @param command the installed one, which is what users start
 */
export async function startUp(command: string): Promise<{ readonly ready: number; readonly memory: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [command, '--port', '0', '--control-port', '0', '--quiet']);
  for await (const chunk of child.stdout) if (String(chunk).includes('Ctrl-C')) break;
  const ready = performance.now() - began;
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  child.kill();
  return { ready, memory: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024 };
}
