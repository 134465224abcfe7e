import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { HttpAnswer } from '@giftoin/rules';

export interface Answer extends HttpAnswer {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
}

/** How long an answer may take, in milliseconds. */
const timeout = 15_000;

/**
 * Sends one GET, with the path exactly as it is given: fetch would mend what a check means to break.
 *
 * @throws {Error} where there is no answer, or none within 15 s
 */
export function ask(origin: string, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const { protocol, hostname, port } = new URL(origin);
  const request = protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((answered, failed) => {
    const sent = request({
      hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      path,
      headers: { accept: '*/*', ...headers },
      signal: AbortSignal.timeout(timeout),
    });
    sent.on('error', (error) => failed(new Error(`No answer from ${origin}${path}: ${reasonOf(error)}`)));
    sent.on('response', async (response) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const body = Buffer.concat(chunks);
        answered({ status: response.statusCode ?? 0, headers: response.headers, body, json: jsonOf(body) });
      } catch (error) {
        failed(new Error(`The answer from ${origin}${path} broke off: ${reasonOf(error as Error)}`));
      }
    });
    sent.end();
  });
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.name === 'TimeoutError' || error.code === 'ABORT_ERR'
    ? `none within ${timeout / 1000} s`
    : (error.code ?? error.message);
}
