/** Checks that every package.json of the workspace has the fields that npm and GitHub show. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'package.json', '*/package.json'], {
  cwd: root,
  encoding: 'utf8',
});
const manifests = files.split('\n').filter(Boolean);
const { url } = read('package.json').repository;
const web = url.replace(/^git\+|\.git$/g, '');

for (const file of manifests) {
  const manifest = read(file);
  const folder = dirname(file) === '.' ? undefined : dirname(file);
  const expected = {
    license: 'MIT',
    type: 'module',
    homepage: folder ? `${web}/tree/main/${folder}#readme` : `${web}#readme`,
    bugs: `${web}/issues`,
    repository: { type: 'git', url, ...(folder && { directory: folder }) },
  };
  for (const [name, value] of Object.entries(expected)) {
    const actual = JSON.stringify(manifest[name]);
    if (actual !== JSON.stringify(value)) fail(file, `"${name}" is ${actual}. Set it to ${JSON.stringify(value)}.`);
  }
  if (!manifest.private) {
    const steps = relative(dirname(file), 'release/src').replaceAll('\\', '/');
    const scripts = {
      prepack: `node ${steps}/build-before-pack.ts`,
      prepublishOnly: `node ${steps}/check-before-publish.ts`,
    };
    for (const [name, value] of Object.entries(scripts)) {
      if (manifest.scripts?.[name] !== value)
        fail(file, `the script "${name}" is missing or different. Set it to ${JSON.stringify(value)}.`);
    }
  }
  const required = ['name', 'version', 'description', 'keywords', 'engines'];
  if (!manifest.private) required.push('exports', 'files', 'publishConfig');
  for (const name of required) if (!manifest[name]) fail(file, `"${name}" is missing.`);
}
if (!process.exitCode) console.log(`${manifests.length} package.json files are complete.`);

function fail(file: string, problem: string): void {
  console.error(`${file}: ${problem}`);
  process.exitCode = 1;
}
