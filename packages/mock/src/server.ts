import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCorsHeaders, listen } from '@giftoin/http';
import { listOperations, readDocument } from '@giftoin/openapi';
import { type Answer, errorAnswer } from './answer.ts';
import { handlerOf } from './handler.ts';

export interface MockOptions {
  /** The port to listen on; 0 takes any free one. 4010 where not given. */
  readonly port?: number;
  /** The address to listen on; only this machine reaches the default, 127.0.0.1. */
  readonly host?: string;
  /** The API keys that are known: any other is answered with 401 and error code 1001. Any key will do where not given. */
  readonly keys?: readonly string[];
  /** The path of another OpenAPI 3.1 document to serve; that of the Giftoin API where not given. */
  readonly document?: string;
}

/** A running mock. */
export interface Mock {
  /** The origin, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a mock of the API in this process: every request is answered with the document's examples.
 *
 * @throws {Error} where the port is taken
 * @throws {DocumentError} where the document cannot be read
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 4010, host = '127.0.0.1', keys } = options;
  const document = await readDocument(options.document);
  const handle = await handlerOf(document, keys);
  const apiKeyHeaders = listOperations(document).flatMap((operation) => operation.apiKeyHeaders);
  const cors = createCorsHeaders([...apiKeyHeaders, 'prefer'], ['retry-after', 'preference-applied']);

  const answerRequest = async (request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    const answer = await answerOf(request);
    write(response, { ...answer, headers: { ...cors, ...answer.headers } }, request.method === 'HEAD');
  };

  async function answerOf(request: IncomingMessage): Promise<Answer> {
    if (request.method === 'OPTIONS') return { status: 204, headers: { allow: 'GET, HEAD, OPTIONS' }, body: undefined };
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    try {
      const { method = 'GET', url = '/' } = request;
      return await handle({ method, target: url, headers: Object.fromEntries(headers) });
    } catch (error) {
      return errorAnswer(500, `The mock failed: ${(error as Error).message}`);
    }
  }

  const {
    url,
    port: taken,
    close,
  } = await listen(answerRequest, {
    port,
    host,
    headers: { 'access-control-allow-origin': '*' },
  });
  return { url, port: taken, close, [Symbol.asyncDispose]: close };
}

function write(response: ServerResponse, { status, headers, body }: Answer, headOnly: boolean): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { ...headers, 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(headOnly ? undefined : bytes);
}
