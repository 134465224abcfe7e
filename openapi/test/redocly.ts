import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the workspace's Redocly CLI at the root, where redocly.yaml lies. */
export function redocly(...words: string[]): Promise<{ code: number; output: string; json: () => unknown }> {
  const environment = {
    ...process.env,
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    REDOCLY_TELEMETRY: 'off',
    NO_COLOR: '1',
  };
  return new Promise((done) => {
    execFile('redocly', words, { cwd: root, env: environment }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, output: stdout + stderr, json: () => JSON.parse(stdout) });
    });
  });
}

/** Runs `use` with a file that holds `text`, and removes the file. */
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

/** Replaces the one place where `before` stands; a text that has none or several is a mistake of the test. */
export function edit(text: string, before: string, after: string): string {
  const [head, tail, ...more] = text.split(before);
  if (head === undefined || tail === undefined || more.length > 0) throw new Error(`not exactly one place: ${before}`);
  return head + after + tail;
}
