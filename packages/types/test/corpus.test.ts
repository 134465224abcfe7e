import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../scripts/corpus.ts', import.meta.url));
const documents = fileURLToPath(new URL('./documents/', import.meta.url));

function runCorpus(...args: string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}

test('the corpus script lists what was built and refused, with the reasons', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-corpus-'));
  try {
    for (const name of ['ranges', 'webhooks-only']) {
      await cp(join(documents, `${name}.yaml`), join(folder, name, 'openapi.yaml'));
    }
    await writeFile(join(folder, 'old.json'), '{ "swagger": "2.0" }');
    const { code, output } = await runCorpus('--folder', folder);
    expect(output).toContain('built    ranges/openapi.yaml         2 operations, 0 webhooks\n');
    expect(output).toContain('built    webhooks-only/openapi.yaml  0 operations, 2 webhooks\n');
    expect(output).toMatch(/refused {2}old\.json .* is not an OpenAPI 3\.1 document: `swagger` is "2\.0"\./);
    expect(output).toContain('3 documents: 2 built (2 operations, 2 webhooks), 1 refused, 0 failed.');
    expect(code).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

test('the corpus script requires a folder', async () => {
  expect(await runCorpus()).toEqual({ code: 2, output: 'corpus: --folder is required. See --help.\n' });
});
