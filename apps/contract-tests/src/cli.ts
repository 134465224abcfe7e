#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { runCommandLine } from '@giftoin/command-line';
import { help } from './command/help.ts';
import { parseCommand } from './command/parse-command.ts';
import { runCommand } from './command/run-command.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

await runCommandLine('giftoin-contract-tests', {
  help,
  version,
  failureExitCode: 2,
  run: (args, environment) => runCommand(parseCommand(args, environment), process.stdout, process.stderr),
});
