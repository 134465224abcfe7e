/**
 * Runs `redocly lint` on the documents of redocly.yaml.
 *
 * Redocly reads a `#` in the path of a document as the start of a fragment and then resolves no reference. If the path of
 * the checkout contains one, it lints through a symbolic link.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.exitCode = root.includes('#') ? lintThroughLink() : lint(root);

function lintThroughLink(): number {
  const folder = mkdtempSync(join(tmpdir(), 'giftoin-lint-'));
  try {
    const link = join(folder, 'checkout');
    symlinkSync(root, link, 'junction');
    return lint(link);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lint(folder: string): number {
  const args = ['lint', '--config', join(folder, 'redocly.yaml')];
  const { error, status } = spawnSync('redocly', args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  return status ?? 1;
}
