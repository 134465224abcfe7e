/** Rates the changes of the document since its last release, and checks that `info.version` fits them. */
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArguments, runCommandLine, UsageError } from '@giftoin/command-line';
import { documentFile, type OpenApiDocument, readDocument } from '@giftoin/openapi';
import { parse } from 'yaml';
import { type CompatibilityReport, checkCompatibility } from './check-compatibility.ts';
import { formatChangelog, formatChangeset } from './format-changelog.ts';
import { formatMarkdown, formatText } from './format-text.ts';

const releasedFile = fileURLToPath(new URL('../released.yaml', import.meta.url));
const changesetFile = fileURLToPath(new URL('../../.changeset/contract.md', import.meta.url));

const help = `Usage: compatibility [--base FILE] [--revision FILE] [--format FORMAT] [--write-changeset]

Rates every change of the document since its last release, and checks that info.version fits the changes.

  --base FILE        The released document. Default: openapi/released.yaml
  --revision FILE    The changed document. Default: openapi/openapi.yaml
  --format FORMAT    text, markdown (for a pull request), changelog (for API users) or json. Default: text
  --write-changeset  Writes .changeset/contract.md: the bump of the package and the changelog entry.

The exit code is 0 if the document can be released, 1 if info.version does not fit the changes, and 2 if the check
could not run.`;

const formats: Readonly<Record<string, (report: CompatibilityReport) => string>> = {
  text: formatText,
  markdown: formatMarkdown,
  changelog: formatChangelog,
  json: ({ findings, required, next, problem }) =>
    JSON.stringify(
      {
        required,
        next,
        problem,
        findings: findings.map((finding) => ({ ...finding, contexts: [...finding.contexts] })),
      },
      null,
      2,
    ),
};

await runCommandLine('compatibility', {
  help,
  failureExitCode: 2,
  async run(args) {
    const { values } = parseArguments(args, {
      options: {
        base: { type: 'string', default: releasedFile },
        revision: { type: 'string', default: documentFile },
        format: { type: 'string', default: 'text' },
        'write-changeset': { type: 'boolean', default: false },
      },
    });
    const format = formats[values.format];
    if (!format)
      throw new UsageError(`--format is ${JSON.stringify(values.format)}. Use ${Object.keys(formats).join(', ')}.`);
    const report = await checkCompatibility(await readSource(values.base), await readSource(values.revision));
    console.log(format(report));
    if (values['write-changeset'] && report.problem === undefined && report.bump !== undefined) {
      await writeFile(changesetFile, formatChangeset(report));
      console.error(`Wrote ${relative(process.cwd(), changesetFile)}.`);
    }
    return report.problem === undefined ? 0 : 1;
  },
});

/** Reads a document as it is written. `readDocument` reports what is wrong with it. */
async function readSource(file: string): Promise<OpenApiDocument> {
  await readDocument(file);
  return parse(await readFile(file, 'utf8'), { maxAliasCount: 1000 });
}
