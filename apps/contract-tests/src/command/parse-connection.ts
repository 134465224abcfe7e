import { UsageError } from '@giftoin/command-line';
import { findProxy } from '../connection/find-proxy.ts';
import type { ContractOptions } from '../model/contract-options.ts';
import { formatServerUrl, parseServerUrl, type ServerAddress } from '../model/server-url.ts';
import { flag, list, text } from './flag-types.ts';
import { parseHeaders } from './parse-headers.ts';
import { parseDuration } from './parse-number.ts';
import { readTextFile } from './read-text-file.ts';

/** The flags that say how to reach the server. */
export const connectionFlags = {
  url: text,
  header: list,
  'basic-auth': text,
  'client-cert': text,
  'client-key': text,
  ca: text,
  insecure: flag,
  wait: text,
} as const;

interface ConnectionFlags {
  readonly url?: string | undefined;
  readonly header: readonly string[];
  readonly 'basic-auth'?: string | undefined;
  readonly 'client-cert'?: string | undefined;
  readonly 'client-key'?: string | undefined;
  readonly ca?: string | undefined;
  readonly insecure: boolean;
  readonly wait?: string | undefined;
}

/** Parses the flags and variables that say how to reach the server. */
export function parseConnection(flags: ConnectionFlags, environment: NodeJS.ProcessEnv): Omit<ContractOptions, 'key'> {
  const address = parseUrl(flags.url);
  const read = (name: 'client-cert' | 'client-key' | 'ca') => {
    const file = flags[name];
    return file === undefined ? undefined : readTextFile(`--${name}`, file);
  };
  return {
    url: formatServerUrl(address),
    headers: parseHeaders(flags.header, flags['basic-auth'], environment),
    clientCertificate: read('client-cert'),
    clientKey: read('client-key'),
    clientKeyPassphrase: environment.GIFTOIN_CLIENT_KEY_PASSPHRASE || undefined,
    ca: read('ca'),
    insecure: flags.insecure,
    wait: parseDuration('--wait', flags.wait),
    proxy: findProxy(address.origin, environment)?.value,
  };
}

function parseUrl(url: string | undefined): ServerAddress {
  if (url === undefined) throw new UsageError('--url is missing. Pass the URL of the server to check.');
  try {
    return parseServerUrl(url);
  } catch (error) {
    throw new UsageError(`--url: ${(error as Error).message}`);
  }
}
