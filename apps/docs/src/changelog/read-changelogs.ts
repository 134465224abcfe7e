import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The changelog of a released package. */
export interface Changelog {
  /** The name of the package. */
  readonly name: string;
  /** The versions in Markdown, each with a heading of the second level. */
  readonly text: string;
}

/** Reads the changelogs of the packages of a workspace. Before the first release there are none. */
export async function readChangelogs(root: string): Promise<readonly Changelog[]> {
  const changelogs: Changelog[] = [];
  for await (const file of glob(
    ['openapi', 'packages/*', 'apps/*'].map((folder) => `${folder}/CHANGELOG.md`),
    { cwd: root },
  )) {
    const text = await readFile(join(root, file), 'utf8');
    const [, name = file, rest = ''] = /^# (.+)\n([\s\S]*)$/.exec(text) ?? [];
    changelogs.push({ name, text: rest.trim() });
  }
  return changelogs.sort((a, b) => compareNames(a.name, b.name));
}

/** The contract and the client are of interest to most readers. */
const first = ['@giftoin/openapi', '@giftoin/client'];

export function compareNames(a: string, b: string): number {
  const [rankA, rankB] = [a, b].map((name) => (first.includes(name) ? first.indexOf(name) : first.length)) as [
    number,
    number,
  ];
  return rankA - rankB || a.localeCompare(b, 'en');
}
