import { type ClientHttp2Session, connect, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createBodyCollector, createTooLargeError } from '../engine/collect-body.ts';
import { createPatientTimer } from '../engine/create-patient-timer.ts';
import { decodeBody } from '../engine/decode-body.ts';
import { parseJsonBody } from '../engine/parse-json-body.ts';
import type { OutgoingRequest } from '../engine/send-request.ts';
import type { ReceivedResponse } from '../model/exchange.ts';
import { createLateError, NoResponseError } from '../model/no-response-error.ts';
import type { ConnectionSettings } from './create-agent.ts';
import { openTunnel } from './open-tunnel.ts';

/** Sends requests over one HTTP/2 connection, which it opens again if the server closes it. */
export interface Http2Client {
  /** @throws {NoResponseError} if there is no complete response in time */
  send(request: OutgoingRequest, timeout: number): Promise<ReceivedResponse>;
  close(): void;
}

export function createHttp2Client(settings: ConnectionSettings): Http2Client {
  let opening: Promise<ClientHttp2Session> | undefined;
  let session: ClientHttp2Session | undefined;

  async function openSession(): Promise<ClientHttp2Session> {
    if (session && !session.closed && !session.destroyed) return session;
    opening ??= connectSession(settings).finally(() => {
      opening = undefined;
    });
    session = await opening;
    return session;
  }

  return {
    async send(request, timeout) {
      const open = await openSession().catch((error: NodeJS.ErrnoException) => {
        throw new NoResponseError('connection-failed', error.code ?? error.message, error);
      });
      return await sendOnSession(open, settings.origin, request, timeout);
    },
    close: () => session?.destroy(),
  };
}

async function connectSession(settings: ConnectionSettings): Promise<ClientHttp2Session> {
  const socket = await openSocket(settings);
  const session = connect(settings.origin, { createConnection: () => socket });
  // Every request on the session reports the error.
  session.on('error', () => {});
  return session;
}

/** Opens a connection on which both sides speak HTTP/2. */
async function openSocket(settings: ConnectionSettings): Promise<Socket> {
  const { origin, proxy, tlsOptions, timeout } = settings;
  const isSecure = origin.protocol === 'https:';
  const host = origin.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = Number(origin.port) || (isSecure ? 443 : 80);
  const tunnel = proxy && (await openTunnel({ ...settings, proxy }));
  if (!isSecure) return tunnel ?? connectTcp({ host, port });
  return await new Promise((resolve, reject) => {
    const socket = connectTls({
      ...(tunnel ? { socket: tunnel } : { host, port }),
      ...tlsOptions,
      ...(isIP(host) === 0 && { servername: host }),
      ...(isIP(host) !== 0 && { host }),
      ALPNProtocols: ['h2'],
      timeout,
    });
    socket.on('error', reject);
    socket.on('timeout', () => socket.destroy(new Error('the connection was not open in time')));
    socket.on('secureConnect', () => {
      socket.setTimeout(0);
      if (socket.alpnProtocol === 'h2') resolve(socket);
      else socket.destroy(new Error('the server does not accept HTTP/2'));
    });
  });
}

function sendOnSession(
  session: ClientHttp2Session,
  origin: URL,
  { method, target, headers, body }: OutgoingRequest,
  timeout: number,
): Promise<ReceivedResponse> {
  const { host = origin.host, ...others } = headers;
  return new Promise((resolve, reject) => {
    const stream = session.request(
      {
        ...(others as OutgoingHttpHeaders),
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        ':method': method,
        ':path': target,
        ':scheme': origin.protocol.slice(0, -1),
        ':authority': String(host),
      },
      { endStream: body === undefined },
    );
    let status = 0;
    let received: Record<string, string[]> = {};
    const collected = createBodyCollector();
    const fail = (error: NoResponseError) => {
      stopTimer();
      reject(error);
      stream.close();
    };
    const stopTimer = createPatientTimer(timeout, () => {
      fail(createLateError(timeout, status > 0));
    });
    stream.on('response', (responseHeaders, _, rawHeaders?: readonly string[]) => {
      status = responseHeaders[':status'] ?? 0;
      received = toDistinct(responseHeaders, rawHeaders);
    });
    stream.on('trailers', (trailers) => {
      received = { ...toDistinct(trailers), ...received };
    });
    stream.on('data', (chunk: Buffer) => {
      if (!collected.add(chunk)) fail(createTooLargeError());
    });
    stream.on('error', (error: NodeJS.ErrnoException) => {
      fail(new NoResponseError('response-incomplete', error.code ?? error.message, error));
    });
    stream.on('close', () => {
      // After an error this changes nothing.
      if (status === 0 || stream.rstCode !== 0) {
        fail(new NoResponseError('response-incomplete', `the server closed the stream (${stream.rstCode})`));
        return;
      }
      stopTimer();
      try {
        const decoded = decodeBody(collected.toBuffer(), received['content-encoding']?.join(','));
        resolve({ status, reason: '', headers: received, ...decoded, ...parseJsonBody(decoded.body) });
      } catch (error) {
        reject(error);
      }
    });
    stream.end(body);
  });
}

/** All values by name, without the pseudo-headers. Node.js passes the raw headers, which keep repeated ones apart. */
function toDistinct(headers: IncomingHttpHeaders, raw?: readonly string[]): Record<string, string[]> {
  const entries = Array.isArray(raw)
    ? Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index] ?? '', raw[2 * index + 1] ?? ''] as const)
    : Object.entries(headers).flatMap(([name, value]) =>
        [value ?? []].flat().map((each) => [name, String(each)] as const),
      );
  const distinct: Record<string, string[]> = {};
  for (const [name, value] of entries) {
    if (!name.startsWith(':')) distinct[name.toLowerCase()] = [...(distinct[name.toLowerCase()] ?? []), value];
  }
  return distinct;
}
