import { fileURLToPath } from 'node:url';
import { readChangesets } from '@giftoin/release/read-changesets';
import type { GeneratedPage } from '../generated-pages/generated-page.ts';
import { formatChangelog } from './format-changelog.ts';
import { readChangelogs } from './read-changelogs.ts';

const workspace = fileURLToPath(new URL('../../../..', import.meta.url));

/** Creates the page of the changelog. */
export async function createChangelogPage(): Promise<GeneratedPage> {
  return {
    id: 'changelog',
    title: 'Changelog',
    description: 'What changes in the API and in the packages, released and not released yet.',
    markdown: formatChangelog(readChangesets(workspace), await readChangelogs(workspace)),
  };
}
