/** Builds the package in the working directory before pnpm packs it. Ends the packing if anything is missing. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { requirePnpm } from './require-pnpm.ts';
import { workspaceRoot } from './workspace-root.ts';

const { name, publishConfig } = JSON.parse(readFileSync('package.json', 'utf8'));
try {
  requirePnpm(process.env);
  build();
  const files = [...listFiles(publishConfig.exports), ...listFiles(publishConfig.bin ?? {})];
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`Its build did not write ${missing.join(', ')}, which publishConfig names.`);
} catch (error) {
  console.error(`${name} was not packed. ${(error as Error).message}`);
  process.exitCode = 1;
}

function build(): void {
  const args = ['run', 'build', `--filter=${name}`, '--output-logs=errors-only'];
  try {
    execFileSync('turbo', args, { cwd: workspaceRoot, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    console.error(`${stdout}${stderr}`);
    throw new Error(`Its build failed. Correct what it names, then run: pnpm build --filter=${name}`);
  }
}

/** Lists the files of an export, with those of all its conditions. */
function listFiles(target: string | object): string[] {
  return typeof target === 'string' ? [target] : Object.values(target).flatMap(listFiles);
}
