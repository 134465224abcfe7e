/** A fenced code block of a page. */
export interface CodeBlock {
  /** The page, relative to the root of the repository. */
  readonly page: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  /** The sample that the block shows, for example `discord/bot.ts#login`. Undefined if it names none. */
  readonly sample: string | undefined;
  /** The code without the indentation of the fence. Ends with a line break. */
  readonly code: string;
  /** Where the code is in the text of the page, with its indentation. */
  readonly start: number;
  readonly end: number;
  readonly indentation: string;
}

const fence = /^([ \t]*)(`{3,})([^\n`]*)\n(.*?)^\1\2[ \t]*$/gms;

/** Reads the code blocks of a page. The first word after a fence is the language; `sample="…"` names a file. */
export function readCodeBlocks(page: string, text: string): readonly CodeBlock[] {
  return Array.from(text.matchAll(fence), (match) => {
    const [, indentation = '', ticks = '', information = '', raw = ''] = match;
    const start = match.index + indentation.length + ticks.length + information.length + 1;
    return {
      page,
      line: text.slice(0, match.index).split('\n').length,
      language: information.trim().split(/\s/)[0] ?? '',
      sample: /\ssample="([^"]+)"/.exec(information)?.[1],
      code: raw.replaceAll(new RegExp(`^${indentation}`, 'gm'), ''),
      start,
      end: start + raw.length,
      indentation,
    };
  });
}
