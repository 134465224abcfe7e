#!/usr/bin/env node
import { help, targetOf } from './options.ts';
import { refuseHopeless } from './server.ts';

try {
  const target = targetOf(process.argv.slice(2), process.env);
  if (target === 'help') console.log(help);
  else {
    await refuseHopeless(target);
    // Loaded here, because a mistake on the command line should not wait for it.
    const { runSuite } = await import('./run.ts');
    process.exitCode = (await runSuite(target, console.log)) ? 0 : 1;
  }
} catch (error) {
  console.error(`contract: ${(error as Error).message}`);
  process.exitCode = 2;
}
