import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CloseOptions, listen } from '@giftoin/http';
import { createSiteListener } from './serve-site.ts';

/** The default directory of the built site. */
export const siteDirectory: string = fileURLToPath(new URL('../../dist', import.meta.url));

/** The time that `close()` gives to responses that are being sent. */
const drainTimeout = 5_000;

export interface DocsOptions {
  /** The port to listen on. 0 selects any free port. */
  port: number;
  /** The address to listen on. Default: `127.0.0.1`, which only this machine can reach. */
  host?: string | undefined;
  /** Names that requests can have in `Host` beside those of this machine: see `ListenOptions` of `@giftoin/http`. */
  allowedHosts?: readonly string[] | undefined;
  /** The directory of the built site. Default: `siteDirectory`. */
  directory?: string | undefined;
}

/** A running server. */
export interface Docs {
  /** The origin, without a trailing slash. */
  url: string;
  port: number;
  /** Accepts no more connections, completes the responses that are being sent, for 5 seconds at most, and closes. */
  close(options?: CloseOptions): Promise<void>;
}

/**
 * Serves the built site.
 *
 * @throws {Error} if the site is not built or the port cannot be used
 */
export async function startDocs({
  port,
  host = '127.0.0.1',
  allowedHosts,
  directory = siteDirectory,
}: DocsOptions): Promise<Docs> {
  if (!existsSync(directory)) throw new Error(`The docs are not built: ${directory} does not exist. Run: pnpm build`);
  const { close, ...server } = await listen(createSiteListener(directory), { port, host, allowedHosts });
  return { ...server, close: (options = { drain: drainTimeout }) => close(options) };
}
