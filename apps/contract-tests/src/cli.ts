#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { runCommandLine } from '@giftoin/command-line';
import { help } from './command/help.ts';
import { parseCommand } from './command/parse-command.ts';
import { parseTrafficCommand } from './command/parse-traffic-command.ts';
import { runWithReports } from './command/report-files.ts';
import { runCommand } from './command/run-command.ts';
import { runTrafficCommand } from './command/run-traffic-command.ts';
import { trafficHelp } from './command/traffic-help.ts';
import { packageVersion } from './model/package-version.ts';

// A list of 10,000 programs requires twice as much memory without it. A list of usual size takes no more time with it.
setFlagsFromString('--optimize-for-size');

// pnpm passes on the `--` of `pnpm run script -- traffic`.
const isTraffic = process.argv.slice(2).find((argument) => argument !== '--') === 'traffic';

await runCommandLine('giftoin-contract-tests', {
  help: isTraffic ? trafficHelp : help,
  version: packageVersion,
  failureExitCode: 2,
  run: (args, environment) =>
    runWithReports(args, () =>
      isTraffic
        ? runTrafficCommand(parseTrafficCommand(args.slice(1)), process.stdout)
        : runCommand(parseCommand(args, environment), process.stdout, process.stderr),
    ),
});
