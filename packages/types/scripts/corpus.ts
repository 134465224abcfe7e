/**
 * Generates from every document of a folder, type-checks the results, and prints what was built, refused and failed.
 *
 *   pnpm corpus --folder PATH
 */
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parseArguments, runCommandLine, UsageError } from '@giftoin/command-line';
import { DocumentError, listNotes, listOperations, listWebhooks, type Problem, readDocument } from '@giftoin/openapi';
import { formatCounts, formatTable } from './format-corpus.ts';
import { generateFiles } from './generate-files.ts';
import { type GeneratedPackage, typeCheck } from './type-check.ts';

const help = `Generates TypeScript from every OpenAPI document in a folder and type-checks it.

Usage: pnpm corpus --folder PATH [--notes]

  --folder PATH   The folder. Its .json, .yaml and .yml files are documents, in subfolders too. Required.
  --notes         Also count what the documents contain but nothing is built from.
  -h, --help      Print this help.

Exit codes: 0 if every document is built or refused, 1 if one fails, 2 for a usage error.`;

/** What became of a document. */
interface Result {
  readonly file: string;
  readonly outcome: 'built' | 'refused' | 'failed';
  readonly operations: number;
  readonly webhooks: number;
  /** Why it is refused or failed. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

await runCommandLine('corpus', {
  help,
  async run(args) {
    const { values } = parseArguments(args, { options: { folder: { type: 'string' }, notes: { type: 'boolean' } } });
    if (values.folder === undefined) throw new UsageError('--folder is required. See --help.');
    const files = (await readdir(values.folder, { recursive: true })).filter((file) => /\.(json|ya?ml)$/.test(file));
    if (files.length === 0) throw new UsageError(`--folder: ${values.folder} contains no documents.`);
    const results = await check(values.folder, files.sort());
    console.log(formatTable(results));
    console.log(
      formatCounts(
        'Reasons',
        results.flatMap(({ problems }) => problems),
      ),
    );
    if (values.notes)
      console.log(
        formatCounts(
          'Notes',
          results.flatMap(({ notes }) => notes),
        ),
      );
    return results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  },
});

async function check(folder: string, files: readonly string[]): Promise<Result[]> {
  const results: Result[] = [];
  const packages: GeneratedPackage[] = [];
  for (const file of files) {
    try {
      const path = join(folder, file);
      const document = await readDocument(path);
      packages.push({ name: toPackageName(file), files: await generateFiles(path) });
      const [operations, webhooks] = [listOperations(document).length, listWebhooks(document).length];
      results.push({ file, outcome: 'built', operations, webhooks, problems: [], notes: listNotes(document) });
    } catch (error) {
      results.push(toFailure(file, error as Error));
    }
  }
  const errors = await typeCheck(packages);
  return results.map((result): Result => {
    const [error] = errors.get(toPackageName(result.file)) ?? [];
    if (error === undefined) return result;
    return { ...result, outcome: 'failed', problems: [{ place: result.file, reason: error }] };
  });
}

function toPackageName(file: string): string {
  return file.replaceAll(sep, '-').replaceAll(/[^\w.-]/g, '-');
}

function toFailure(file: string, error: Error): Result {
  const isRefused = error instanceof DocumentError;
  const reason = isRefused ? error.message : (error.stack ?? error.message);
  const problems = isRefused && error.problems.length > 0 ? error.problems : [{ place: file, reason }];
  return { file, outcome: isRefused ? 'refused' : 'failed', operations: 0, webhooks: 0, problems, notes: [] };
}
