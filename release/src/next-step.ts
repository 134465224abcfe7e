/** Prints what the release workflow must do for this commit: `prepare`, `publish` or `nothing`. */
import { execFileSync } from 'node:child_process';
import { readChangesets } from './read-changesets.ts';
import { readPackages } from './read-packages.ts';
import { workspaceRoot } from './workspace-root.ts';

const root = process.argv[2] ?? workspaceRoot;
const tags = execFileSync('git', ['tag', '--list'], { cwd: root, encoding: 'utf8' }).split('\n');
// Publishing ends with a tag for each version, so an interrupted publication is continued.
const isUnpublished = readPackages(root).some(
  (each) => each.isPublished && !tags.includes(`${each.name}@${each.version}`),
);
console.log(readChangesets(root).length > 0 ? 'prepare' : isUnpublished ? 'publish' : 'nothing');
