import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the Redocly CLI in the root directory, which contains redocly.yaml. */
export function redocly(...args: string[]): Promise<{ code: number; output: string; json: () => unknown }> {
  const environment = {
    ...process.env,
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    REDOCLY_TELEMETRY: 'off',
    NO_COLOR: '1',
  };
  return new Promise((resolve) => {
    execFile('redocly', args, { cwd: root, env: environment }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr, json: () => JSON.parse(stdout) });
    });
  });
}

/** Calls `use` with a temporary file that contains `text`, and deletes the file afterwards. */
export async function withDocument<Result>(text: string, use: (file: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-openapi-'));
  try {
    const file = join(folder, 'openapi.yaml');
    await writeFile(file, text);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
