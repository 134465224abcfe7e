/**
 * Fails if a tracked text file has a word that this project does not use, and prints the word to use.
 *
 *   node scripts/lint-prose.ts [FOLDER]   FOLDER is a Git repository. Default: this one.
 *
 * The words, the exceptions and the ignored files are in banned-words.json.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import list from './banned-words.json' with { type: 'json' };

const patterns = ['*.md', '*.mdx', '*.astro', '*.ts', '*.mjs', '*.cjs', '*.yaml', '*.yml', '*.json', '*.hbs'];
const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const words = Object.entries(list.words).flatMap(([words, use]) => words.split('|').map((word) => ({ word, use })));

const files = execFileSync('git', ['ls-files', '-z', ...patterns], { cwd: folder, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file && existsSync(join(folder, file)))
  .filter((file) => !list.ignored.some(({ files }) => matchesGlob(file, files)));
const found = files.flatMap(findBannedWords);
for (const line of found) console.error(line);
console.log(`${files.length} files, ${found.length} banned words.`);
if (found.length > 0) process.exitCode = 1;

function findBannedWords(file: string): string[] {
  const text = readFileSync(join(folder, file), 'utf8');
  const banned = words.filter(({ word }) => !list.allowed.some((each) => each.file === file && each.word === word));
  const places = banned.flatMap(({ word, use }) =>
    Array.from(text.matchAll(toPattern(word)), ({ index }) => ({ word, use, index })),
  );
  return places
    .sort((a, b) => a.index - b.index)
    .map(({ word, use, index }) => {
      const lines = text.slice(0, index).split('\n');
      return `${file}:${lines.length}:${(lines.at(-1) ?? '').length + 1} ${word} -> use ${use}`;
    });
}

/** Matches whole words. A word with a capital letter is matched exactly, others in any case. A phrase may be wrapped. */
function toPattern(phrase: string): RegExp {
  const spaces = '(?: |\\s*\\n[\\s*/#>]*)';
  const flags = phrase === phrase.toLowerCase() ? 'gi' : 'g';
  return new RegExp(`(?<![\\w$])${phrase.replaceAll(' ', spaces)}(?![\\w$])`, flags);
}
