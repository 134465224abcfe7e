#!/usr/bin/env node
import { help } from './command/help.ts';
import { parseArguments } from './command/parse-arguments.ts';
import { runCommand } from './command/run-command.ts';

try {
  const command = parseArguments(process.argv.slice(2), process.env);
  if (command === 'help') console.log(help);
  else process.exitCode = await runCommand(command, process.stdout, process.stderr);
} catch (error) {
  console.error(`contract: ${(error as Error).message}`);
  process.exitCode = 2;
}
