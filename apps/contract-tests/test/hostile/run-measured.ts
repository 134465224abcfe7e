import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { acceptedKey } from './programs.ts';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
/** Prints the peak of the memory after the run, in kilobytes. `resourceUsage` can have the peak of the parent. */
const reporter = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs';
  process.on('exit', () => {
    const [, peak] = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
    process.stderr.write('\\nPEAK=' + peak);
  });
`)}`;

export interface MeasuredRun {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
  /** In seconds. */
  readonly duration: number;
  /** The largest resident set, in megabytes. */
  readonly peak: number;
}

/** Runs the program as a process, and measures it. Ends it if it does not end after `limit` milliseconds. */
export async function runMeasured(args: readonly string[], limit: number): Promise<MeasuredRun> {
  const started = performance.now();
  const env = { ...process.env, GIFTOIN_API_KEY: acceptedKey };
  const child = spawn(process.execPath, ['--import', reporter, cli, ...args], { env });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (...result) => resolve(result));
  });
  clearTimeout(timer);
  const text = Buffer.concat(chunks).toString();
  const [, kilobytes = 'NaN'] = /\nPEAK=(\d+)/.exec(text) ?? [];
  return {
    code,
    signal,
    output: text.replace(/\nPEAK=\d+/, ''),
    duration: (performance.now() - started) / 1000,
    peak: Number(kilobytes) / 1024,
  };
}
