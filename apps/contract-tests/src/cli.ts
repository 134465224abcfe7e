#!/usr/bin/env node
import { runCommandLine } from '@giftoin/command-line';
import { help } from './command/help.ts';
import { parseCommand } from './command/parse-command.ts';
import { runWithReports } from './command/report-files.ts';
import { runCommand } from './command/run-command.ts';
import { packageVersion } from './model/package-version.ts';

await runCommandLine('giftoin-contract-tests', {
  help,
  version: packageVersion,
  failureExitCode: 2,
  run: (args, environment) =>
    runWithReports(args, () => runCommand(parseCommand(args, environment), process.stdout, process.stderr)),
});
