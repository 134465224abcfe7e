import { UsageError } from '@giftoin/command-line';
import type { ContractOptions } from '../model/contract-options.ts';

/** Parses the keys of the flags `--key` and `--key-for`, and of the environment. Flags override the environment. */
export function parseApiKeys(
  flag: string | undefined,
  keyForFlags: readonly string[],
  environment: NodeJS.ProcessEnv,
): Pick<ContractOptions, 'key' | 'keysFor'> {
  const key = flag ?? environment.GIFTOIN_API_KEY;
  if (!key?.trim()) throw new UsageError('The API key is missing. Pass --key, or set GIFTOIN_API_KEY.');
  if (!isSendable(key)) throw new UsageError('The API key has characters that an HTTP header cannot contain.');
  return { key, keysFor: parseKeysFor(keyForFlags, environment) };
}

function parseKeysFor(flags: readonly string[], environment: NodeJS.ProcessEnv): Record<number, string> {
  const fromFlags = flags.map((flag) => {
    const [, status, key = ''] = /^(\d{3})=(.*)$/s.exec(flag) ?? [];
    if (status === undefined)
      throw new UsageError('--key-for is not a status code and a key. Pass for example 402=KEY.');
    return [status, key] as const;
  });
  const fromEnvironment = Object.entries(environment).flatMap(([name, key = '']) => {
    const status = /^GIFTOIN_API_KEY_(\d{3})$/.exec(name)?.[1];
    // CI systems pass a secret that does not exist as an empty variable.
    return status === undefined || key === '' ? [] : [[status, key] as const];
  });
  const all = [...fromEnvironment, ...fromFlags];
  for (const [status, key] of all) {
    if (!isSendable(key)) {
      throw new UsageError(`The key for ${status} is empty, or has characters that an HTTP header cannot contain.`);
    }
  }
  return Object.fromEntries(all);
}

function isSendable(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key);
}
