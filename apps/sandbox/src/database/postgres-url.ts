import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';

/** The settings of TLS, or false for a connection without TLS. */
export type Tls = ConnectionOptions | false;

/** How to connect to PostgreSQL. */
export interface PostgresOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | undefined;
  readonly database: string;
  readonly applicationName: string;
  /** Settings of the server that are part of the start of a connection, for example `endpoint=…` of Neon. */
  readonly startupOptions: string | undefined;
  /** The settings of TLS to try, in this order. */
  readonly tls: readonly Tls[];
  readonly channelBinding: 'disable' | 'prefer' | 'require';
  /** How long to wait for a new connection, in milliseconds. */
  readonly connectTimeout: number;
  /** The largest number of connections. */
  readonly connectionLimit: number;
  /** Whether a connection prepares each statement once. Most poolers do not support it. */
  readonly preparedStatements: boolean;
}

/**
 * Parses a connection URL as hosts of PostgreSQL show it: with the parameters of libpq, and with those of Prisma.
 *
 * @throws {Error} if it is not a PostgreSQL URL, or has something that is not supported. The message has its name, but no
 *   password.
 */
export function parsePostgresUrl(url: string): PostgresOptions {
  const match = /^postgres(?:ql)?:\/\/(?:([^/?#]*)@)?([^@/?#]*)(?:\/([^?#]*))?(?:\?(.*))?$/s.exec(url);
  if (!match) {
    const example = 'postgres://user:password@localhost:5432/giftoin';
    const hint = 'In user and password, write / as %2F, ? as %3F and # as %23.';
    throw new Error(`DATABASE_URL is not a PostgreSQL URL. Use a URL like ${example}. ${hint}`);
  }
  const [, credentials = '', address = '', path = '', query = ''] = match;
  const parameters = parseParameters(query);
  const read = (name: string) => parameters.get(name) || undefined;
  const colon = credentials.indexOf(':');
  const [user, password] =
    colon < 0 ? [credentials, undefined] : [credentials.slice(0, colon), credentials.slice(colon + 1)];
  const { host, port } = parseAddress(address);
  const name = read('user') ?? (decode(user, 'user') || process.env.PGUSER || process.env.USER || 'postgres');
  return {
    host: read('host') ?? (host || 'localhost'),
    port: readInteger('port', read('port') ?? port, 5_432, 65_535),
    user: name,
    password: read('password') ?? (password === undefined ? undefined : decode(password, 'password')),
    database: read('dbname') ?? (decode(path, 'database name') || name),
    applicationName: read('application_name') ?? 'giftoin-sandbox',
    startupOptions: read('options'),
    tls: toTls(read),
    channelBinding: readChoice('channel_binding', read('channel_binding') ?? 'disable', channelBindings),
    connectTimeout: 1_000 * readInteger('connect_timeout', read('connect_timeout'), 5, 600),
    preparedStatements: readChoice('prepared_statements', read('prepared_statements') ?? 'false', booleans) === 'true',
    connectionLimit: readInteger('connection_limit', read('connection_limit'), 10, 1_000),
  };
}

type Read = (name: string) => string | undefined;

const booleans = ['true', 'false'] as const;
const channelBindings = ['disable', 'prefer', 'require'] as const;
const tlsModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'] as const;

/** The parameters that the sandbox reads. */
const known = [
  ...['user', 'password', 'host', 'port', 'dbname', 'application_name', 'options', 'connect_timeout'],
  ...['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'channel_binding', 'connection_limit', 'prepared_statements'],
];

/** The parameters that change nothing with these values. */
const withoutEffect: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    // The sandbox always works behind a pooler: a connection has no state of its own.
    pgbouncer: /^(true|false)$/,
    statement_cache_size: /^0$/,
    gssencmode: /^(disable|prefer)$/,
    target_session_attrs: /^any$/,
    client_encoding: /^(auto|utf-?8)$/i,
    sslsni: /^1$/,
    sslnegotiation: /^postgres$/,
    schema: /^giftoin_sandbox$/,
  }),
);

function parseParameters(query: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&').filter(Boolean)) {
    const [rawName = '', ...rest] = pair.split('=');
    const name = decode(rawName, 'name of a parameter');
    const value = decode(rest.join('='), `parameter ${name}`);
    if (parameters.has(name)) throw new Error(`DATABASE_URL has the parameter ${name} twice. Remove one of them.`);
    parameters.set(name, value);
    const allowed = withoutEffect.get(name);
    if (known.includes(name) || allowed?.test(value)) continue;
    const what = allowed ? `a value of the parameter ${name} that` : `the parameter ${name}, which`;
    const reason =
      name === 'schema'
        ? 'The tables of the sandbox are always in the schema giftoin_sandbox.'
        : `The sandbox supports ${[...known, 'pgbouncer'].join(', ')}.`;
    throw new Error(`DATABASE_URL has ${what} is not supported. Remove it. ${reason}`);
  }
  return parameters;
}

/** Splits `host:port`. An IPv6 address has brackets, which a socket does not. */
function parseAddress(address: string): { readonly host: string; readonly port: string | undefined } {
  const match = /^(?:\[([^\]]*)\]|([^:,[\]]*))(?::(\d*))?$/.exec(address);
  if (!match) {
    // Not the host itself: it can be a part of the password.
    const hint = 'Use one host, write an IPv6 address in brackets, and / in the password as %2F.';
    throw new Error(`The host in DATABASE_URL is not supported. ${hint}`);
  }
  const [, bracketed, plain = '', port] = match;
  return { host: bracketed ?? decode(plain, 'host'), port: port || undefined };
}

/** The `sslmode` of libpq: with `require` and below, the certificate of the server does not matter. */
function toTls(read: Read): readonly Tls[] {
  const rootFile = read('sslrootcert');
  const requested = readChoice('sslmode', read('sslmode') ?? 'prefer', tlsModes);
  // As in libpq, a root certificate makes `require` verify it.
  const mode = requested === 'require' && rootFile !== undefined ? 'verify-ca' : requested;
  if (mode === 'disable') return [false];
  const [certificate, key] = [readFile('sslcert', read), readFile('sslkey', read)];
  const own = { ...(certificate && { cert: certificate }), ...(key && { key }) };
  const unverified: Tls = { ...own, rejectUnauthorized: false };
  if (mode === 'allow') return [false, unverified];
  if (mode === 'prefer') return [unverified, false];
  if (mode === 'require' || mode === 'no-verify') return [unverified];
  const ca = rootFile === 'system' ? undefined : readFile('sslrootcert', read);
  const verified = { ...own, ...(ca && { ca }), rejectUnauthorized: true };
  return [mode === 'verify-ca' ? { ...verified, checkServerIdentity: () => undefined } : verified];
}

function readFile(name: string, read: Read): string | undefined {
  const file = read(name);
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`DATABASE_URL has ${name}=${file}, which cannot be read: ${(error as Error).message}.`);
  }
}

function readChoice<Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice) return choice;
  throw new Error(`DATABASE_URL has ${name}=${value}. Use one of ${choices.join(', ')}.`);
}

function readInteger(name: string, value: string | undefined, defaultValue: number, max: number): number {
  if (value === undefined) return defaultValue;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= max) return number;
  throw new Error(`DATABASE_URL has ${name}=${value}. Use an integer from 1 to ${max}.`);
}

function decode(text: string, part: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(
      `The ${part} in DATABASE_URL has a % that is not followed by two hexadecimal digits. Write %25 instead of %.`,
    );
  }
}
