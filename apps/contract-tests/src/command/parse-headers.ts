import { UsageError } from '@giftoin/command-line';
import { readTextFile } from './read-text-file.ts';

type Headers = Record<string, string[]>;

/**
 * Parses the headers that every request carries: `--header "Name: value"`, `--header @FILE` with a header in each line,
 * `--basic-auth USER:PASSWORD`, and the variables `GIFTOIN_HEADER_NAME` and `GIFTOIN_BASIC_AUTH`. A flag overrides the variables.
 * No message contains a value.
 */
export function parseHeaders(
  flags: readonly string[],
  basicAuth: string | undefined,
  environment: NodeJS.ProcessEnv,
): Readonly<Record<string, readonly string[]>> {
  const lines = flags.flatMap((flag) => (flag.startsWith('@') ? readHeaderFile(flag.slice(1)) : [parseHeader(flag)]));
  const credentials = basicAuth ?? environment.GIFTOIN_BASIC_AUTH;
  // CI systems pass a secret that does not exist as an empty variable.
  if (basicAuth !== undefined || credentials) lines.push(['authorization', toBasic(credentials ?? '')]);
  const given: Headers = {};
  for (const [name, value] of lines) given[name] = [...(given[name] ?? []), value];
  if ((given.authorization?.length ?? 0) > 1) {
    throw new UsageError(
      'There are two Authorization headers. Pass either --basic-auth or --header "Authorization: …".',
    );
  }
  return { ...readVariables(environment), ...given };
}

function readVariables(environment: NodeJS.ProcessEnv): Headers {
  const found = Object.entries(environment).flatMap(([variable, value = '']): [string, string[]][] => {
    const name = /^GIFTOIN_HEADER_([A-Z0-9_]+)$/.exec(variable)?.[1];
    return name === undefined || value === '' ? [] : [[name.toLowerCase().replaceAll('_', '-'), [value]]];
  });
  return Object.fromEntries(found);
}

function readHeaderFile(file: string): [string, string][] {
  return readTextFile('--header', file)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(parseHeader);
}

function parseHeader(header: string): [string, string] {
  const [, name, value] = /^\s*([^\s:]+)\s*:[ \t]*(.*?)\s*$/s.exec(header) ?? [];
  if (name === undefined || value === undefined) {
    throw new UsageError(
      '--header is not a name and a value. Pass for example --header "X-Team: games", or --header @FILE.',
    );
  }
  return [name.toLowerCase(), value];
}

function toBasic(credentials: string): string {
  if (!credentials.includes(':')) {
    throw new UsageError(
      '--basic-auth is not a user name and a password. Pass USER:PASSWORD, or set GIFTOIN_BASIC_AUTH to it.',
    );
  }
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}
