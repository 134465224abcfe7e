import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArguments, runCommandLine } from '@giftoin/command-line';
import { repository } from './folders.ts';
import { listPages } from './list-pages.ts';
import { updatePage } from './update-page.ts';

const help = `Writes the samples into the READMEs and the pages of the site.

Usage: node apps/docs/samples/src/cli.ts [--check]

  --check     Write nothing. Fail if a code block differs from its sample.
  -h, --help  Print this help.`;

await runCommandLine('samples', {
  help,
  async run(args) {
    const { check } = parseArguments(args, { options: { check: { type: 'boolean' } } }).values;
    const pages = listPages();
    const stale = pages.filter((page) => updatePage(page) !== page.text);
    const blocks = pages.flatMap((page) => page.blocks.filter(({ sample }) => sample));
    if (!check) for (const page of stale) writeFileSync(join(repository, page.file), updatePage(page));
    if (check && stale.length > 0) {
      const files = stale.map(({ file }) => file).join(', ');
      throw new Error(
        `Code blocks differ from their samples in ${files}. Edit the samples in apps/docs/samples, then run: pnpm generate`,
      );
    }
    console.log(
      `${blocks.length} code blocks show samples. ${check ? 'All are up to date.' : `${stale.length} pages written.`}`,
    );
  },
});
