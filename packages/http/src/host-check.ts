import type { IncomingMessage } from 'node:http';
import { isLoopback } from './loopback.ts';
import type { ProtocolError } from './protocol-errors.ts';

/** Returns what is wrong with the host that a request names; undefined if nothing is. */
export type HostCheck = (request: IncomingMessage) => ProtocolError | undefined;

/**
 * Creates the check of the host of a request (RFC 9112, section 3.2). A server that only this machine can reach serves only
 * the loopback addresses and the allowed names: a page could point a name of its own to this machine (DNS rebinding).
 *
 * @param host the address that the server listens on
 * @param allowedHosts names or addresses without a port. Default: those of this machine if only this machine can reach the
 *   server, else all.
 */
export function createHostCheck(host: string, allowedHosts: readonly string[] = []): HostCheck {
  const isOpen = allowedHosts.length === 0 && !isLoopback(host);
  const allowed = new Set(allowedHosts.map((name) => name.toLowerCase()));
  const isAllowed = (name: string) => isOpen || isLoopback(name) || allowed.has(name.toLowerCase());
  // Most requests of a client have the same host.
  let lastValid: string | undefined;

  return ({ rawHeaders, httpVersionMinor, url = '' }) => {
    const { first, count } = findHosts(rawHeaders);
    if (first === undefined) return httpVersionMinor === 0 ? undefined : missing;
    if (count > 1) return repeated;
    const authority = url.startsWith('/') ? undefined : findAuthority(url);
    for (const text of [first, authority]) {
      if (text === undefined || text === lastValid) continue;
      const name = parseHost(text);
      if (name === undefined) return malformed;
      if (!isAllowed(name)) return foreign;
      lastValid = text;
    }
    return undefined;
  };
}

/** Whether a text is the name or the address of a host, without a port. An IPv6 address is in brackets. */
export function isHostName(text: string): boolean {
  return parseHost(text) === text;
}

const missing = { status: 400, message: 'The header Host is missing.' };
const repeated = { status: 400, message: 'The header Host is repeated.' };
const malformed = { status: 400, message: 'The header Host is not the name of a host with an optional port.' };
const foreign = {
  status: 421,
  message: 'This server does not serve this host. Use a loopback address, for example 127.0.0.1, or allow the host.',
};

/** Node.js keeps only the first of several `Host` headers. */
function findHosts(rawHeaders: readonly string[]): { readonly first: string | undefined; readonly count: number } {
  let first: string | undefined;
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length !== 4 || name.toLowerCase() !== 'host') continue;
    first ??= rawHeaders[index + 1];
    count += 1;
  }
  return { first, count };
}

/** The host and port of a target that is an absolute URL. */
function findAuthority(target: string): string | undefined {
  return /^https?:\/\/([^/?]*)/i.exec(target)?.[1];
}

/** Returns the host without its port. Undefined if the text is not a host and a port. */
function parseHost(text: string): string | undefined {
  return /^(\[[\da-f:.]+\]|[a-z\d._~-]+)(:\d{0,5})?$/i.exec(text)?.[1];
}
