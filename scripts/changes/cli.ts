/** Tries the everyday changes of the contract in copies of the repository, and prints what each costs. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArguments, runCommandLine, UsageError } from '@giftoin/command-line';
import { everydayChanges } from './everyday-changes.ts';
import { formatResult, formatResults } from './format-results.ts';
import { type ChangeResult, tryChange } from './try-change.ts';
import { WorkspaceCopy } from './workspace-copy.ts';

const help = `Makes the everyday changes of the contract as CONTRIBUTING.md describes them, each in a copy of the repository in a
temporary folder, and prints the bump, the files edited by hand, the seconds and the result.

Usage: pnpm changes [--only NAME]... [--quick] [--list]

  --only NAME  A change. Can be repeated. Default: all changes.
  --quick      Runs all checks except tests that need a build. Default: \`pnpm check\`, which takes minutes for each change.
  --list       Prints the names of the changes.
  -h, --help   Print this help.

Exit codes: 0 if every change passes, 1 if one fails, 2 for a usage error.`;

const root = fileURLToPath(new URL('../..', import.meta.url));
const checks = ['check'];
const quickChecks = ['check:quick'];

await runCommandLine('changes', {
  help,
  async run(args) {
    const { values } = parseArguments(args, {
      options: {
        only: { type: 'string', multiple: true },
        quick: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
      },
    });
    const names = everydayChanges.map(({ name }) => name);
    if (values.list) {
      console.log(names.join('\n'));
      return 0;
    }
    for (const name of values.only ?? []) {
      if (!names.includes(name)) throw new UsageError(`--only is ${JSON.stringify(name)}. Use ${names.join(', ')}.`);
    }
    const results: ChangeResult[] = [];
    for (const change of everydayChanges) {
      if (values.only && !values.only.includes(change.name)) continue;
      console.error(`${change.name} …`);
      await using copy = await WorkspaceCopy.create(root, join(root, '.turbo/changes'));
      const result = await tryChange(copy, change, values.quick ? quickChecks : checks);
      results.push(result);
      console.error(formatResult(result));
    }
    console.log(formatResults(results));
    return results.every(({ problem }) => problem === undefined) ? 0 : 1;
  },
});
