import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Name, names } from './contestants.ts';
import { type Effort, inTurn } from './spread.ts';

const run = promisify(execFile);
const empty = 'fetch + json()';

/**
 * The CPU time of a Node process that imports a client and nothing else, in microseconds and as a ratio to one that
 * imports an empty module.
 *
 * @param consumer a folder where all of them are installed
 */
export async function importCosts(consumer: string, effort: Effort) {
  const folder = join(consumer, 'imports');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'empty.js'), 'export {};\n');
  const programOf = (name: Name) => join(folder, `${name.replaceAll(/\W/g, '-')}.js`);
  for (const name of names) {
    const source = `import '${name === empty ? './empty.js' : name}';\n${tellCost}\n`;
    await writeFile(programOf(name), source);
  }
  return inTurn(names, effort, async (name) => Number((await run(process.execPath, [programOf(name)])).stdout));
}

// To the very end of the module, with what Node itself did to get there.
const tellCost = 'const { user, system } = process.cpuUsage(); console.log(user + system);';
