#!/usr/bin/env node
import { runCommandLine } from '@giftoin/command-line';
import { help } from './command/help.ts';
import { parseCommand } from './command/parse-command.ts';
import { runCommand } from './command/run-command.ts';

await runCommandLine('giftoin-contract-tests', {
  help,
  failureExitCode: 2,
  run: (args, environment) => runCommand(parseCommand(args, environment), process.stdout, process.stderr),
});
