import { BlockList, isIP } from 'node:net';

/**
 * Finds the proxy for a URL in the environment, like curl: the lower-case variable first, `NO_PROXY` excludes hosts.
 *
 * @returns the variable and its value; undefined if the connection is direct
 */
export function findProxy(
  url: URL,
  environment: NodeJS.ProcessEnv,
): { readonly variable: string; readonly value: string } | undefined {
  const read = (name: string) =>
    [name.toLowerCase(), name]
      .map((variable) => ({ variable, value: environment[variable]?.trim() ?? '' }))
      .find(({ value }) => value !== '');
  const found = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? read('ALL_PROXY');
  if (!found || isExcluded(url, read('NO_PROXY')?.value ?? '')) return undefined;
  return found;
}

/** Whether `NO_PROXY` excludes a URL: `*`, a domain with its subdomains, an address, or a network such as `10.0.0.0/8`. */
function isExcluded({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
  const ownPort = port || (protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', entryPort] = /^(\[[^\]]*\]|[^:]*(?::[^:]*:.*)?)(?::(\d+))?$/.exec(entry) ?? [
        undefined,
        entry,
      ];
      if (entryPort !== undefined && entryPort !== ownPort) return false;
      const bare = name
        .replace(/^\[(.*)\]$/, '$1')
        .replace(/^\*?\./, '')
        .replace(/\.$/, '');
      if (bare.includes('/')) return isInNetwork(host, bare);
      return host === bare || (isIP(host) === 0 && host.endsWith(`.${bare}`));
    });
}

function isInNetwork(host: string, network: string): boolean {
  const [address = '', prefix = ''] = network.split('/');
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(prefix)) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  if (Number(prefix) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(prefix), type);
  return list.check(host, type);
}
