import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  createRouter,
  decodePathParameters,
  errorBody,
  formatAllow,
  type ListeningServer,
  listen,
  parseTarget,
} from '@giftoin/http';
import { type ControlInput, type ControlOperationId, endpoints } from '@giftoin/types/sandbox-control';
import { hashSecret } from '../api-key.ts';
import { RequestError, type Store, StoreUnavailableError } from '../store/index.ts';
import { bodyOf } from './body.ts';
import type { InputCheck } from './input.ts';
import { operations } from './operations.ts';

export interface ControlOptions {
  readonly port: number;
  readonly host: string;
  /** What a request has to carry as its bearer token. */
  readonly token: string;
}

interface Endpoint {
  readonly operationId: ControlOperationId;
  readonly method: string;
  readonly path: string;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly allow?: string;
}

const routeTo = createRouter(
  Object.entries(endpoints).map(([operationId, { method, path }]): Endpoint => {
    return { operationId: operationId as ControlOperationId, method, path };
  }),
);

/** Serves the control side, by its document. */
export function startControl(store: Store, { port, host, token }: ControlOptions): Promise<ListeningServer> {
  const tokenHash = Buffer.from(hashSecret(token));
  let check: Promise<InputCheck> | undefined;

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    // A page that has led its own name to this machine must not get in, token or not.
    if (isLoopback(host) && !isLoopback(request.headers.host?.replace(/:\d+$/, '') ?? '')) {
      return failed(403, 'The control side is reached by the name of this machine alone, such as 127.0.0.1.');
    }
    const sent = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!timingSafeEqual(Buffer.from(hashSecret(sent)), tokenHash)) {
      return failed(401, 'The token is missing or wrong. Send it in the header authorization, as Bearer TOKEN.');
    }
    const { path, query } = parseTarget(request.url ?? '/');
    const route = routeTo(path);
    if (!route) return failed(404, 'There is no such path.');
    const { method = 'GET' } = request;
    const endpoint = route.operations.get(method === 'HEAD' ? 'get' : method.toLowerCase());
    if (!endpoint) {
      const allow = formatAllow(route);
      if (method === 'OPTIONS') return { status: 204, allow };
      return { ...failed(405, `This path allows ${allow}.`), allow };
    }
    const parameters = decodePathParameters(route);
    if (typeof parameters === 'string') return failed(400, parameters);
    // Loaded at the first call: a sandbox that nobody controls starts without a reader of documents.
    check ??= import('./input.ts').then(({ inputCheck }) => inputCheck());
    const input = (await check)(endpoint.operationId, parameters, query, await bodyOf(request));
    const body = await operate(store, endpoint.operationId, input);
    return body === undefined ? { status: 204 } : { status: 200, body };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body, allow } = await answerTo(request).catch((error: Error) => explained(error));
    request.resume();
    if (allow !== undefined) response.setHeader('allow', allow);
    if (status >= 400 && !request.complete) response.setHeader('connection', 'close');
    if (body === undefined) response.writeHead(status).end();
    else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  // A world of many users takes its time to be stored.
  const timeouts = { requestTimeout: 60_000, idleTimeout: 300_000 };
  return listen((request, response) => void answer(request, response), { port, host, ...timeouts });
}

function failed(status: number, message: string): Answer {
  return { status, body: errorBody(status, message) };
}

function explained(error: Error): Answer {
  if (error instanceof RequestError) return failed(error.status, error.message);
  if (error instanceof StoreUnavailableError) return failed(503, `${error.message} Ask again when it does.`);
  return failed(500, `Something unexpected happened: ${error.message}`);
}

function operate<Id extends ControlOperationId>(store: Store, id: Id, input: Record<string, unknown>) {
  // The input has been held against the document, which is what its type is made from.
  return operations[id](store, input as unknown as ControlInput<Id>);
}

/** Whether only this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
