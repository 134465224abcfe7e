import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { TlsOptions } from './create-tls-options.ts';
import type { HttpProxy } from './parse-proxy.ts';
import { ProxyError } from './proxy-error.ts';

export interface TunnelOptions {
  readonly proxy: HttpProxy;
  readonly origin: URL;
  readonly tlsOptions: TlsOptions;
  /** The maximum time until the connection is open, in milliseconds. */
  readonly timeout: number;
}

/**
 * Opens a connection to a server through a proxy, with CONNECT.
 *
 * @throws {ProxyError} if the proxy is not reachable, or does not open it
 */
export function openTunnel({ proxy, origin, tlsOptions, timeout }: TunnelOptions): Promise<Socket> {
  const { url, authorization } = proxy;
  const isSecure = url.protocol === 'https:';
  const authority = `${origin.hostname}:${origin.port || (origin.protocol === 'https:' ? 443 : 80)}`;
  return new Promise((resolve, reject) => {
    const sent = (isSecure ? requestHttps : requestHttp)({
      // The client certificate is for the server, not for the proxy.
      ...(isSecure && { ca: tlsOptions.ca, rejectUnauthorized: tlsOptions.rejectUnauthorized }),
      hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...(authorization !== undefined && { 'proxy-authorization': authorization }) },
      agent: false,
    });
    const timer = setTimeout(() => {
      reject(new ProxyError(`did not open a connection to ${authority} within ${Math.round(timeout / 100) / 10} s`));
      sent.destroy();
    }, timeout);
    sent.on('close', () => clearTimeout(timer));
    sent.on('connect', (response, socket: Socket, head) => {
      clearTimeout(timer);
      const { statusCode = 0 } = response;
      if (statusCode >= 200 && statusCode <= 299) {
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new ProxyError(`returned ${statusCode} to CONNECT ${authority}`, statusCode));
    });
    // Some proxies close the connection after a response that Node.js does not take for one to CONNECT.
    sent.on('response', (response) => {
      response.resume();
      sent.destroy();
      reject(new ProxyError(`returned ${response.statusCode} to CONNECT ${authority}`, response.statusCode));
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      reject(new ProxyError(`is not reachable: ${error.code ?? error.message}`)),
    );
    sent.end();
  });
}
