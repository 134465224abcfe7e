#!/usr/bin/env node
import { help, wordsOf } from './command/flags.ts';
import { runCommand } from './command/run.ts';

try {
  const command = wordsOf(process.argv.slice(2), process.env);
  if (command === 'help') console.log(help);
  else process.exitCode = await runCommand(command, process.stdout, process.stderr);
} catch (error) {
  console.error(`contract: ${(error as Error).message}`);
  process.exitCode = 2;
}
