import { type Agent, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { decoded } from './decode.ts';

export interface Answer {
  readonly status: number;
  /** What stands behind the status in the first line. */
  readonly reason: string;
  /** By the name in lower case, every value of it; those that follow the body, too. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  /** The bytes of the body, decompressed; as they came where that is not possible. */
  readonly body: Buffer;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
  /** Why the body could not be decompressed, if it could not. */
  readonly undecoded?: string;
}

/** A request that got no answer: `unreached` where no server was there, `broken` where one was. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  readonly kind: 'unreached' | 'broken' | 'late';

  constructor(kind: 'unreached' | 'broken' | 'late', message: string) {
    super(message);
    this.kind = kind;
  }
}

export interface Sending {
  readonly origin: URL;
  /** Keeps connections; false for a new one. */
  readonly agent: Agent | false;
  /** How long the answer may take, in milliseconds. */
  readonly timeout: number;
}

/**
 * Sends one GET, with the path exactly as it is given: fetch would mend what a check means to break. Follows no redirect.
 *
 * @throws {NoAnswerError} where there is no whole answer in time
 */
export async function send(sending: Sending, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const outcome = await attempt(sending, path, headers);
  if (outcome !== 'stale') return outcome;
  // A server may close a connection that was kept alive just as it is used again: that says nothing about the request.
  return (await attempt({ ...sending, agent: false }, path, headers)) as Answer;
}

function attempt({ origin, agent, timeout }: Sending, path: string, headers: Readonly<Record<string, string>>) {
  const { protocol, hostname, port } = origin;
  const request = protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise<Answer | 'stale'>((answered, failed) => {
    const sent = request({ hostname: hostname.replace(/^\[(.*)\]$/, '$1'), port, path, headers, agent });
    let answering = false;
    const late = setTimeout(() => {
      failed(new NoAnswerError('late', `no answer within ${Math.round(timeout / 100) / 10} s`));
      sent.destroy();
    }, timeout);
    sent.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(late);
      if (sent.reusedSocket && !answering && (error.code === 'ECONNRESET' || error.code === 'EPIPE')) answered('stale');
      else failed(noAnswer(error));
    });
    sent.on('response', (response) => {
      answering = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(late);
        failed(new NoAnswerError('broken', `the answer broke off after ${bytesOf(chunks)} bytes (${reasonOf(error)})`));
      });
      response.on('end', () => {
        clearTimeout(late);
        const { statusCode: status = 0, statusMessage: reason = '', headersDistinct, trailersDistinct } = response;
        const body = decoded(Buffer.concat(chunks), headersDistinct['content-encoding']?.join(','));
        answered({
          status,
          reason,
          headers: { ...trailersDistinct, ...headersDistinct },
          ...body,
          json: jsonOf(body.body),
        });
      });
    });
    sent.end();
  });
}

function noAnswer(error: NodeJS.ErrnoException): NoAnswerError {
  const broken = error.code === 'ECONNRESET' || error.code === 'EPIPE' || error.code?.startsWith('HPE_');
  return new NoAnswerError(broken ? 'broken' : 'unreached', reasonOf(error));
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code ?? error.message;
}

function bytesOf(chunks: readonly Buffer[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
