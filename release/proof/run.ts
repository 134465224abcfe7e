import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

/** Runs a command and returns its output. Throws an Error with the output if it fails. */
export async function run(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const [file = '', ...args] = command;
  try {
    const options = { cwd, env, timeout: 1_200_000, maxBuffer: 64 * 1024 * 1024 };
    const { stdout, stderr } = await promisify(execFile)(file, args, options);
    return stdout + stderr;
  } catch (error) {
    const { message, stdout, stderr } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${message.split('\n')[0]}\n${stdout}${stderr}`);
  }
}

/** Starts a server and waits until it has printed its URLs. `await using` ends it. */
export async function startServer(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv, urls: number) {
  const [file = '', ...args] = command;
  // In a process group of its own, because a package manager starts the server as another process.
  const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = async () => {
    if (child.exitCode !== null || child.pid === undefined) return;
    process.kill(-child.pid, 'SIGTERM');
    await once(child, 'close');
  };
  try {
    return { urls: await readUrls(child, urls), [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function readUrls(child: ChildProcess, count: number): Promise<readonly string[]> {
  let output = '';
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const urls = output.match(/http:\/\/127\.0\.0\.1:\d+(?=\s)/g) ?? [];
      if (urls.length >= count) resolve(urls);
    });
    child.on('close', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
}
