import { type Agent, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { ProxyError } from '../connection/proxy-error.ts';
import type { ReceivedResponse } from '../model/exchange.ts';
import { createLateError, NoResponseError } from '../model/no-response-error.ts';
import { type BodyCollector, createBodyCollector, createTooLargeError } from './collect-body.ts';
import { createPatientTimer } from './create-patient-timer.ts';
import { decodeBody } from './decode-body.ts';
import { parseJsonBody } from './parse-json-body.ts';

/** Where requests go: to the server, or to a proxy that forwards them. */
export interface Destination {
  readonly isSecure: boolean;
  readonly hostname: string;
  readonly port: string;
  /** What precedes the target in the request line. A proxy that forwards requests gets the origin. */
  readonly targetPrefix: string;
  /** Headers of the destination. They override those of a request. */
  readonly headers: RequestHeaders;
}

export interface SendOptions {
  readonly destination: Destination;
  /** Keeps connections open; undefined opens a new one. */
  readonly agent: Agent | undefined;
  /** Creates the agent of a new connection. */
  createAgent(): Agent;
  /** The maximum time for the response, in milliseconds. */
  readonly timeout: number;
}

/** Headers by name. A header with several values is sent once for each value. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[]>>;

export interface OutgoingRequest {
  /** In upper case. */
  readonly method: string;
  /** The path and query, which are sent exactly like this. `fetch` would normalize them. */
  readonly target: string;
  readonly headers: RequestHeaders;
  /** Undefined if there is none. */
  readonly body: string | undefined;
}

/**
 * Sends a request. Follows no redirects.
 *
 * Throws NoResponseError if there is no complete response in time.
 */
export async function sendRequest(options: SendOptions, request: OutgoingRequest): Promise<ReceivedResponse> {
  const outcome = await attempt(options, request);
  if (outcome !== 'stale') return outcome;
  // A server can close a kept connection just when it is reused, which says nothing about the request.
  return (await attempt({ ...options, agent: undefined }, request)) as ReceivedResponse;
}

function attempt(
  { destination, agent, createAgent, timeout }: SendOptions,
  { method, target, headers, body }: OutgoingRequest,
) {
  const { isSecure, hostname, port, targetPrefix } = destination;
  const request = isSecure ? requestHttps : requestHttp;
  return new Promise<ReceivedResponse | 'stale'>((resolve, reject) => {
    const sent = request({
      hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      method,
      path: targetPrefix + target,
      headers: {
        ...headers,
        ...destination.headers,
        ...(body !== undefined && { 'content-length': `${Buffer.byteLength(body)}` }),
      } as Record<string, string | string[]>,
      agent: agent ?? createAgent(),
    });
    let received: IncomingMessage | undefined;
    const settle = (response: IncomingMessage, bytes: Buffer) => {
      try {
        resolve(toReceivedResponse(response, bytes));
      } catch (error) {
        reject(error);
      }
    };
    const collected = createBodyCollector();
    const stopTimer = createPatientTimer(timeout, () => {
      reject(createLateError(timeout, received !== undefined));
      sent.destroy();
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      stopTimer();
      const forbiddenBody = received && findForbiddenBody(received, error);
      if (received && forbiddenBody) settle(received, forbiddenBody);
      else if (sent.reusedSocket && !received && isReset(error)) resolve('stale');
      else reject(toNoResponseError(error));
    });
    sent.on('response', (response) => {
      received = response;
      response.on('data', (chunk: Buffer) => {
        if (collected.add(chunk)) return;
        stopTimer();
        reject(createTooLargeError());
        sent.destroy();
      });
      response.on('error', (error: NodeJS.ErrnoException) => {
        stopTimer();
        const message = `the response ${formatCut(response, collected)} (${error.code ?? error.message})`;
        reject(new NoResponseError('response-incomplete', message));
      });
      response.on('end', () => {
        stopTimer();
        settle(response, collected.toBuffer());
      });
    });
    sent.end(body);
  });
}

/** Completes "the response …": how much of a body arrived, and how much is missing. */
function formatCut({ headers }: IncomingMessage, { size: bytes }: BodyCollector): string {
  const missing = Number(headers['content-length'] ?? Number.NaN) - bytes;
  if (!(missing > 0)) return `broke off after ${bytes} bytes`;
  return `is cut off: it has ${bytes} bytes, ${missing} ${missing === 1 ? 'byte' : 'bytes'} fewer than its Content-Length`;
}

function toReceivedResponse(response: IncomingMessage, bytes: Buffer): ReceivedResponse {
  const { statusCode: status = 0, statusMessage: reason = '', headersDistinct, trailersDistinct } = response;
  const decoded = decodeBody(bytes, headersDistinct['content-encoding']?.join(','));
  const headers = { ...trailersDistinct, ...headersDistinct };
  return { status, reason, headers, ...decoded, ...parseJsonBody(decoded.body) };
}

/**
 * Returns the bytes that follow the head of a response that must not have a body. The parser takes them for another
 * response, which is invalid.
 */
function findForbiddenBody(
  { statusCode }: IncomingMessage,
  { code, rawPacket }: NodeJS.ErrnoException & { readonly rawPacket?: Buffer },
): Buffer | undefined {
  if ((statusCode !== 204 && statusCode !== 304) || !code?.startsWith('HPE_') || !rawPacket) return undefined;
  return rawPacket.subarray(rawPacket.indexOf('\r\n\r\n') + 4);
}

function isReset({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE';
}

function toNoResponseError(error: NodeJS.ErrnoException): NoResponseError {
  if (error.code === 'HPE_HEADER_OVERFLOW') {
    return new NoResponseError('response-too-large', 'the head has more than 16 KiB', error);
  }
  const isIncomplete = isReset(error) || error.code?.startsWith('HPE_');
  const code = isIncomplete ? 'response-incomplete' : 'connection-failed';
  return new NoResponseError(
    code,
    error instanceof ProxyError ? `the proxy ${error.message}` : (error.code ?? error.message),
    error,
  );
}
