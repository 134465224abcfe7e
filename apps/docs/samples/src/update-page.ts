import type { Page } from './list-pages.ts';
import { readSample } from './read-sample.ts';

/** Returns the text of a page in which every code block with `sample="…"` has the code of that sample. */
export function updatePage({ text, blocks }: Page): string {
  return blocks.toReversed().reduce((updated, { sample, start, end, indentation }) => {
    if (sample === undefined) return updated;
    const code = readSample(sample).replaceAll(/^(?=.)/gm, indentation);
    return updated.slice(0, start) + code + updated.slice(end);
  }, text);
}
