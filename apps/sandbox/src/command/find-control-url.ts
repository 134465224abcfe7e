import { parsePort, UsageError } from '@giftoin/command-line';

/**
 * Finds the URL of the control API: the flag, or `GIFTOIN_SANDBOX_CONTROL`, or the address that a sandbox on this machine has with
 * the same variables.
 *
 * @param flag the value of `--control`
 * @throws {UsageError} if it is not an HTTP URL, or the port is not a port
 */
export function findControlUrl(flag: string | undefined, environment: NodeJS.ProcessEnv): string {
  const url = flag ?? (environment.GIFTOIN_SANDBOX_CONTROL || createLocalUrl(environment));
  if (/^https?:/i.test(url) && URL.canParse(url)) return url;
  const hint = 'Use an HTTP URL, for example http://127.0.0.1:4021.';
  throw new UsageError(`The URL of the control API is ${JSON.stringify(url)}. ${hint}`);
}

function createLocalUrl(environment: NodeJS.ProcessEnv): string {
  const variable = 'GIFTOIN_SANDBOX_CONTROL_PORT';
  const port = parsePort(undefined, { flag: '--control', variable, environment, defaultPort: 4021 });
  const host = environment.GIFTOIN_SANDBOX_CONTROL_HOST || '127.0.0.1';
  return `http://${toReachable(host)}:${port}`;
}

/** A sandbox that listens on all addresses is reached on a loopback address. An IPv6 address of a URL has brackets. */
function toReachable(host: string): string {
  const address = host.replace(/^\[(.*)\]$/, '$1');
  if (address === '0.0.0.0') return '127.0.0.1';
  if (address === '::') return '[::1]';
  return address.includes(':') ? `[${address}]` : address;
}
