/** Writes the version in package.json to src/version.ts, because not every runtime can read package.json. */
import { readFile, writeFile } from 'node:fs/promises';

const folder = new URL('../', import.meta.url);
const { version } = JSON.parse(await readFile(new URL('package.json', folder), 'utf8'));
const text = `/** The version of this package. Written by \`pnpm release\`. A test compares it with package.json. */
export const version = '${version}';
`;
await writeFile(new URL('src/version.ts', folder), text);
