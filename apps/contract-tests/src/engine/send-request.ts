import { type Agent, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { ReceivedResponse } from '../model/exchange.ts';
import { NoResponseError } from '../model/no-response-error.ts';
import { decodeBody } from './decode-body.ts';

export interface SendOptions {
  readonly origin: URL;
  /** Keeps connections open; false opens a new one. */
  readonly agent: Agent | false;
  /** The maximum time for the response, in milliseconds. */
  readonly timeout: number;
}

/** Headers by name. A header with several values is sent once for each value. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[]>>;

/**
 * Sends a GET request with exactly this path, which `fetch` would normalize. Follows no redirects.
 *
 * Throws NoResponseError if there is no complete response in time.
 */
export async function sendRequest(
  options: SendOptions,
  path: string,
  headers: RequestHeaders,
): Promise<ReceivedResponse> {
  const outcome = await attempt(options, path, headers);
  if (outcome !== 'stale') return outcome;
  // A server can close a kept connection just when it is reused, which says nothing about the request.
  return (await attempt({ ...options, agent: false }, path, headers)) as ReceivedResponse;
}

function attempt({ origin, agent, timeout }: SendOptions, path: string, headers: RequestHeaders) {
  const { protocol, hostname, port } = origin;
  const request = protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise<ReceivedResponse | 'stale'>((resolve, reject) => {
    const sent = request({
      hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      path,
      headers: headers as Record<string, string | string[]>,
      agent,
    });
    let hasResponse = false;
    const timer = setTimeout(() => {
      reject(new NoResponseError('response-late', `no response within ${Math.round(timeout / 100) / 10} s`));
      sent.destroy();
    }, timeout);
    sent.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (sent.reusedSocket && !hasResponse && isReset(error)) resolve('stale');
      else reject(toNoResponseError(error));
    });
    sent.on('response', (response) => {
      hasResponse = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
        const message = `the response broke off after ${bytes} bytes (${error.code ?? error.message})`;
        reject(new NoResponseError('response-incomplete', message));
      });
      response.on('end', () => {
        clearTimeout(timer);
        const { statusCode: status = 0, statusMessage: reason = '', headersDistinct, trailersDistinct } = response;
        const decoded = decodeBody(Buffer.concat(chunks), headersDistinct['content-encoding']?.join(','));
        const received = { ...trailersDistinct, ...headersDistinct };
        resolve({ status, reason, headers: received, ...decoded, json: parseJson(decoded.body) });
      });
    });
    sent.end();
  });
}

function isReset({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE';
}

function toNoResponseError(error: NodeJS.ErrnoException): NoResponseError {
  const isIncomplete = isReset(error) || error.code?.startsWith('HPE_');
  return new NoResponseError(isIncomplete ? 'response-incomplete' : 'connection-failed', error.code ?? error.message);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
