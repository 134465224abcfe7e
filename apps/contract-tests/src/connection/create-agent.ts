import { Agent, type AgentOptions, type ClientRequestArgs } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect, type ConnectionOptions as TlsConnectionOptions } from 'node:tls';
import type { TlsOptions } from './create-tls-options.ts';
import { openTunnel } from './open-tunnel.ts';
import type { HttpProxy } from './parse-proxy.ts';

/** What connections to a server are made with. */
export interface ConnectionSettings {
  readonly origin: URL;
  readonly tlsOptions: TlsOptions;
  /** Undefined for a direct connection. */
  readonly proxy: HttpProxy | undefined;
  /** The maximum time for a proxy to open a connection, in milliseconds. */
  readonly timeout: number;
}

/** Creates what opens HTTP/1.1 connections: to the server, through a proxy to it, or to a proxy that forwards requests. */
export function createAgent(settings: ConnectionSettings, options: AgentOptions): Agent {
  const { origin, proxy, tlsOptions } = settings;
  if (origin.protocol === 'https:') {
    const secure = { ...options, ...tlsOptions, ALPNProtocols: ['http/1.1'] };
    return proxy ? new TunnelAgent({ ...settings, proxy }, secure) : new SecureAgent(secure);
  }
  if (proxy?.url.protocol !== 'https:') return new Agent(options);
  const { ca, rejectUnauthorized } = tlsOptions;
  return new SecureAgent({ ...options, ca, rejectUnauthorized });
}

class TunnelAgent extends SecureAgent {
  readonly #settings: ConnectionSettings & { readonly proxy: HttpProxy };

  constructor(settings: ConnectionSettings & { readonly proxy: HttpProxy }, options: AgentOptions) {
    super(options);
    this.#settings = settings;
  }

  override createConnection(
    options: ClientRequestArgs,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    openTunnel(this.#settings).then(
      (socket) => callback?.(null, connect({ ...(options as TlsConnectionOptions), socket })),
      // Without an error, the stream is required. With one, it is not there.
      (error: Error) => callback?.(error, undefined as unknown as Duplex),
    );
    return undefined;
  }
}
