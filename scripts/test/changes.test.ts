import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentFile, readDocument } from '@giftoin/openapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContractDocument } from '../changes/contract-document.ts';
import { everydayChanges } from '../changes/everyday-changes.ts';
import { formatResults } from '../changes/format-results.ts';
import { handEdits } from '../changes/hand-edits.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giftoin-changes-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.concurrent.each(everydayChanges)(
  '$name: the compatibility check requires a $bump bump',
  async ({ name, bump, edit }) => {
    const document = new ContractDocument(await readFile(documentFile, 'utf8'));
    edit(document);
    const file = join(folder, `${name}.yaml`);
    await writeFile(file, document.text);
    await readDocument(file);
    const args = ['openapi/compatibility/cli.ts', '--base', documentFile, '--revision', file, '--format', 'json'];
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, args, { cwd: root }, (_, stdout) => resolve(stdout));
    });
    expect(JSON.parse(output)).toMatchObject({ required: bump });
    // The checks of a copy, in which the change is made, include this test.
    const changed = document.text;
    edit(document);
    expect(document.text).not.toBe(changed);
  },
);

test('every hand edit belongs to a change, and its file exists', async () => {
  const names = everydayChanges.map(({ name }) => name);
  for (const { change, file, apply } of handEdits) {
    expect(names).toContain(change);
    const text = await readFile(join(root, file), 'utf8');
    expect(apply(text), `The hand edit of ${file} no longer applies. Update scripts/changes/hand-edits.ts.`).not.toBe(
      text,
    );
  }
});

test('the results are a table, followed by the output of what failed', () => {
  const result = {
    name: 'wording',
    bump: 'patch',
    handEdited: [],
    generated: ['a.ts'],
    seconds: 3,
    problem: undefined,
  };
  expect(formatResults([result, { ...result, handEdited: ['b.ts', 'c.ts'], problem: 'No.' }])).toBe(
    `| Change | Bump | Files edited by hand | Files generated | Seconds | Result |
| --- | --- | --- | --- | --- | --- |
| wording | patch | 0 | 1 | 3 | passed |
| wording | patch | 2: b.ts, c.ts | 1 | 3 | failed |

wording:
No.`,
  );
});
