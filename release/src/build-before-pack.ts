/** Builds the package in the working directory before pnpm packs it. Ends the packing if anything is missing. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { workspaceRoot } from './workspace-root.ts';

const { name, publishConfig } = JSON.parse(readFileSync('package.json', 'utf8'));
if (!process.env.npm_config_user_agent?.startsWith('pnpm/')) {
  fail('Only pnpm replaces the versions of its workspace packages. Run: pnpm pack');
}
try {
  const args = ['run', 'build', `--filter=${name}`, '--output-logs=errors-only'];
  execFileSync('turbo', args, { cwd: workspaceRoot, encoding: 'utf8', stdio: 'pipe' });
} catch (error) {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  console.error(`${stdout}${stderr}`);
  fail(`Its build failed. Run: pnpm build --filter=${name}`);
}
const files = [...Object.values<string>(publishConfig.exports), ...Object.values<string>(publishConfig.bin ?? {})];
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0) fail(`Its build did not write ${missing.join(', ')}. Correct its build or publishConfig.`);

function fail(reason: string): never {
  console.error(`${name} was not packed. ${reason}`);
  process.exit(1);
}
