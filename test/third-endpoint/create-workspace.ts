import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateFiles } from '@giftoin/types/generate';
import { growDocument } from './grow-document.ts';
import { readProgram } from './read-program.ts';
import { writeProgram } from './write-program.ts';

const tests = fileURLToPath(new URL('..', import.meta.url));
/** The folder of a package whose entry point is in `src`. */
const findPackageFolder = (name: string) => fileURLToPath(new URL('..', import.meta.resolve(name)));

/** Copies types, protocol and client to a new folder, generates them from the larger document, and adds the programs. */
export async function createWorkspace(): Promise<{ readonly folder: string; readonly document: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-endpoint-'));
  const document = join(folder, 'openapi.yaml');
  await writeFile(document, await growDocument());
  await cp(join(tests, '../tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  for (const name of ['types', 'protocol', 'client']) {
    for (const part of ['package.json', 'src']) {
      await cp(join(findPackageFolder(`@giftoin/${name}`), part), join(folder, name, part), { recursive: true });
    }
    await mkdir(join(folder, 'node_modules/@giftoin'), { recursive: true });
    await symlink(join(folder, name), join(folder, 'node_modules/@giftoin', name));
  }
  await symlink(join(tests, 'node_modules/openapi-fetch'), join(folder, 'node_modules/openapi-fetch'));
  for (const [name, text] of Object.entries(await generateFiles(document))) {
    await writeFile(join(folder, 'types/src/generated', name), text);
  }
  await writeFile(join(folder, 'program.ts'), readProgram);
  await writeFile(join(folder, 'writes.ts'), writeProgram);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(tests, 'node_modules/@types'), join(folder, 'node_modules/@types'));
  await writeFile(
    join(folder, 'tsconfig.json'),
    '{ "extends": "./tsconfig.base.json", "compilerOptions": { "lib": ["es2024", "dom"] }, "include": ["program.ts", "writes.ts"] }',
  );
  return { folder, document };
}
