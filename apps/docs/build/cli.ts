/**
 * Builds the site.
 *
 *   node build/cli.ts [--directory DIRECTORY] [--document FILE] [--site URL]
 */
import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';

try {
  const { values } = parseArgs({
    options: { directory: { type: 'string' }, document: { type: 'string' }, site: { type: 'string' } },
  });
  await buildSite(values);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
