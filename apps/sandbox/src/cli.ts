#!/usr/bin/env node
import { helpText } from './command/help.ts';
import { UsageError } from './command/values.ts';

const [first = 'serve', ...rest] = process.argv.slice(2).filter((word, index) => !(word === '--' && index === 0));

try {
  const words = first.startsWith('-') ? [first, ...rest] : rest;
  if (words.includes('--help') || words.includes('-h')) console.log(helpText());
  else if (first === 'serve' || first.startsWith('-')) {
    // Loaded here, and the other there: neither waits for what it does not need.
    const { serve } = await import('./command/serve.ts');
    await serve(words, process.env);
  } else {
    const { drive } = await import('./command/drive.ts');
    console.log(await drive(first, words, process.env));
  }
} catch (error) {
  console.error(`giftoin-sandbox: ${(error as Error).message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
