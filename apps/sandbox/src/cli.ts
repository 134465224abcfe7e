#!/usr/bin/env node
import { helpText } from './command/help.ts';
import { UsageError } from './command/values.ts';

const [first = 'serve', ...rest] = process.argv.slice(2).filter((word, index) => !(word === '--' && index === 0));

// Whoever reads what this prints may have read enough, such as `head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const words = first.startsWith('-') ? [first, ...rest] : rest;
  if (words.includes('--help') || words.includes('-h') || first === 'help') console.log(helpText());
  else if (first === 'serve' || first.startsWith('-')) {
    // Loaded here, and the other there: neither waits for what it does not need.
    const { serve } = await import('./command/serve.ts');
    await serve(words, process.env);
  } else {
    const { runCommand } = await import('./command/run-command.ts');
    for (const line of await runCommand(first, words, process.env)) console.log(line);
  }
} catch (error) {
  console.error(`giftoin-sandbox: ${(error as Error).message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
