/**
 * Arguments, errors, exit codes and signals of the command-line programs.
 *
 * @module
 */

export { watchPackageManager } from './package-manager.ts';
export { type Arguments, type ArgumentsConfig, parseArguments } from './parse-arguments.ts';
export { type ListSource, parseList } from './parse-list.ts';
export { type PortSource, parsePort } from './parse-port.ts';
export { type CommandLine, runCommandLine } from './run-command-line.ts';
export { UsageError } from './usage-error.ts';
export { waitForSignal } from './wait-for-signal.ts';
