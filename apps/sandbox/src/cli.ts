#!/usr/bin/env node
import { runCommandLine } from '@giftoin/command-line';
import { createHelpText } from './command/help-text.ts';

const help = createHelpText();

await runCommandLine('giftoin-sandbox', {
  help,
  async run(args, environment) {
    const [first = 'serve', ...rest] = args;
    if (first === 'help') {
      console.log(help);
    } else if (first === 'serve' || first.startsWith('-')) {
      // Imported on demand, so that a command does not load the server.
      const { serve } = await import('./command/serve.ts');
      await serve(first === 'serve' ? rest : args, environment);
    } else {
      const { runCommand } = await import('./command/run-command.ts');
      for (const line of await runCommand(first, rest, environment)) console.log(line);
    }
    return 0;
  },
});
