import { type OutgoingRequest, type SendOptions, sendRequest } from '../engine/send-request.ts';
import type { ReceivedResponse } from '../model/exchange.ts';
import { NoResponseError } from '../model/no-response-error.ts';
import { type ConnectionSettings, createAgent } from './create-agent.ts';
import { createHttp2Client, type Http2Client } from './http2-client.ts';

export interface TransportOptions extends ConnectionSettings {
  /** The maximum number of concurrent connections. */
  readonly concurrency: number;
}

export interface TransportRequestOptions {
  /** The maximum time for the response, in milliseconds. */
  readonly timeout: number;
  /** Whether to open a new connection, on which a request is never sent twice. */
  readonly isFresh: boolean;
}

/** Sends requests to one server, exactly as they are: no library normalizes their paths. */
export interface Transport {
  /**
   * Follows no redirects.
   *
   * @throws {NoResponseError} if there is no complete response in time
   */
  send(request: OutgoingRequest, options: TransportRequestOptions): Promise<ReceivedResponse>;
  close(): void;
}

/**
 * Creates a transport over HTTP/1.1. If the server accepts only HTTP/2, all requests use that. HTTP/1.1 comes first, because
 * with HTTP/2 many servers reject malformed requests before the API sees them.
 */
export function createTransport(options: TransportOptions): Transport {
  const { concurrency, origin } = options;
  const agent = createAgent(options, { keepAlive: true, maxSockets: concurrency });
  const sending: Omit<SendOptions, 'timeout'> = {
    destination: createDestination(options),
    agent,
    createAgent: () => createAgent(options, { keepAlive: false }),
  };
  let protocol: 'http/1.1' | 'h2' | undefined;
  let http2: Http2Client | undefined;

  async function sendWithHttp2(request: OutgoingRequest, timeout: number): Promise<ReceivedResponse> {
    http2 ??= createHttp2Client(options);
    return await http2.send(request, timeout);
  }

  return {
    async send(request, { timeout, isFresh }) {
      if (protocol === 'h2') return await sendWithHttp2(request, timeout);
      try {
        const response = await sendRequest({ ...sending, timeout, agent: isFresh ? undefined : agent }, request);
        protocol = 'http/1.1';
        return response;
      } catch (error) {
        const isPossible = protocol === undefined || (protocol as string) === 'h2';
        if (!isPossible || !mayRequireHttp2(error, origin)) throw error;
        try {
          const response = await sendWithHttp2(request, timeout);
          protocol = 'h2';
          return response;
        } catch {
          throw error;
        }
      }
    },
    close() {
      agent.destroy();
      http2?.close();
    },
  };
}

function createDestination({ origin, proxy }: ConnectionSettings): SendOptions['destination'] {
  const isSecure = origin.protocol === 'https:';
  if (isSecure || !proxy) {
    return { isSecure, hostname: origin.hostname, port: origin.port, targetPrefix: '', headers: {} };
  }
  const { url, authorization } = proxy;
  return {
    isSecure: url.protocol === 'https:',
    hostname: url.hostname,
    port: url.port,
    targetPrefix: origin.origin,
    headers: { host: origin.host, ...(authorization !== undefined && { 'proxy-authorization': authorization }) },
  };
}

/** Whether a server that accepts only HTTP/2 fails like this: it rejects the protocol, closes the connection, or sends a frame. */
function mayRequireHttp2(error: unknown, { protocol }: URL): boolean {
  if (!(error instanceof NoResponseError)) return false;
  const { code, message, rawPacket } = (error.cause ?? {}) as NodeJS.ErrnoException & { readonly rawPacket?: Buffer };
  if (isSettingsFrame(rawPacket)) return true;
  // The TLS alert 120 means that the server accepts none of the offered protocols.
  const isRejected = /no.application.protocol|alert number 120/i.test(`${code} ${message}`);
  return protocol === 'https:' && (isRejected || code === 'ECONNRESET' || code === 'EPIPE');
}

/** The first frame of every HTTP/2 server: the type 4, for the stream 0. */
function isSettingsFrame(bytes: Buffer | undefined): boolean {
  return bytes !== undefined && bytes.length >= 9 && bytes[3] === 4 && bytes.readUInt32BE(5) === 0;
}
