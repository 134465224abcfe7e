import { UsageError } from './usage-error.ts';

/** Where a port comes from: a flag, else an environment variable, else a default. */
export interface PortSource {
  /** The name of the flag, for example `--port`. */
  readonly flag: string;
  /** The name of the environment variable. If it is empty, the default is used. */
  readonly variable: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly defaultPort: number;
}

/**
 * Returns the port that a flag or an environment variable sets: 0 to 65535, where 0 selects any free port.
 *
 * @param value the value of the flag, `undefined` if it is not set
 * @throws {UsageError} if the value is not a port
 */
export function parsePort(value: string | undefined, source: PortSource): number {
  const { flag, variable, environment, defaultPort } = source;
  const [name, text] = value === undefined ? [variable, environment[variable] || String(defaultPort)] : [flag, value];
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(`${name} is ${JSON.stringify(text)}. A port is a whole number from 0 to 65535.`);
}
