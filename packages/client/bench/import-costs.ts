import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ClientName, clientNames } from './clients.ts';
import { measureInRounds, type Schedule } from './measure-in-rounds.ts';

const run = promisify(execFile);
const empty = 'fetch + json()';

/**
 * Measures the CPU time of a Node.js process that imports only the client, as a ratio to one that imports an empty module.
 *
 * @param consumer a folder where all clients are installed
 */
export async function measureImportCosts(consumer: string, schedule: Schedule) {
  const folder = join(consumer, 'imports');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'empty.js'), 'export {};\n');
  const programFile = (name: ClientName) => join(folder, `${name.replaceAll(/\W/g, '-')}.js`);
  for (const name of clientNames) {
    const source = `import '${name === empty ? './empty.js' : name}';\n${printCost}\n`;
    await writeFile(programFile(name), source);
  }
  return measureInRounds(clientNames, schedule, async (name) =>
    Number((await run(process.execPath, [programFile(name)])).stdout),
  );
}

// At the end of the module: includes the start of Node.js.
const printCost = 'const { user, system } = process.cpuUsage(); console.log(user + system);';
