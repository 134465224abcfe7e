/** Packs every published package into one folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArguments, runCommandLine } from '@giftoin/command-line';
import { readPackages } from './read-packages.ts';
import { workspaceRoot } from './workspace-root.ts';

const help = `Usage: pnpm pack:all [--out FOLDER]

Builds and packs every published package, and prints the command that installs them in another project.

  --out FOLDER   Where the tarballs go. Default: dist/packages`;

await runCommandLine('pack:all', {
  help,
  async run(args, environment) {
    const { values } = parseArguments(args, { options: { out: { type: 'string' } } });
    // pnpm runs scripts in the folder of the workspace. INIT_CWD is where it was called.
    const folder = values.out ? resolve(environment.INIT_CWD ?? '.', values.out) : join(workspaceRoot, 'dist/packages');
    mkdirSync(folder, { recursive: true });
    for (const name of listTarballs(folder)) rmSync(join(folder, name));
    const filters = readPackages(workspaceRoot).flatMap((each) => (each.isPublished ? [`--filter=${each.name}`] : []));
    const run = (command: string, ...rest: string[]) =>
      execFileSync(command, rest, { cwd: workspaceRoot, stdio: ['ignore', 'ignore', 'inherit'] });
    run('turbo', 'run', 'build', '--output-logs=errors-only', ...filters);
    // Built by the line above, at once.
    run('pnpm', ...filters, 'pack', '--config.ignore-scripts=true', '--pack-destination', folder);
    for (const name of listTarballs(folder)) console.log(join(folder, name));
    console.log(`\nIn another project: npm install ${join(folder, '*.tgz').replaceAll(' ', '\\ ')}`);
    return 0;
  },
});

/** The tarballs of this workspace in a folder. */
function listTarballs(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => /^giftoin-.*\.tgz$/.test(name));
}
