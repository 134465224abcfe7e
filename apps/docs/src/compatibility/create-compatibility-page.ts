import { readFile } from 'node:fs/promises';
import type { GeneratedPage } from '../generated-pages/generated-page.ts';
import { formatRatings } from './format-ratings.ts';

const place = '<!-- The list of ratings. -->';

/** Creates the page about compatibility: a written text with the ratings that the compatibility check uses. */
export async function createCompatibilityPage(): Promise<GeneratedPage> {
  const text = await readFile(new URL('compatibility.md', import.meta.url), 'utf8');
  if (!text.includes(place)) throw new Error(`compatibility.md does not contain "${place}".`);
  return {
    id: 'guides/compatibility',
    title: 'Compatibility',
    description:
      'What can change in the API without notice, what needs a new major version, and what a program must tolerate.',
    markdown: text.replace(place, formatRatings()),
  };
}
