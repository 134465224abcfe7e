import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Body, programsOf } from './small-world.ts';

export const key = 'Key-of-the-small-server-7d2f';

/** Keys that get another status than 200. */
export const keysFor = {
  402: 'key-that-is-overdue',
  403: 'key-that-may-not',
  429: 'key-that-asked-often',
  500: 'key-that-breaks',
};

export interface Asked {
  readonly request: IncomingMessage;
  readonly headers: IncomingHttpHeaders;
  readonly query: string;
  readonly platform: string;
  readonly user: string;
  readonly program: string | undefined;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** The parts of a server that keeps the contract, each to be replaced by one that breaks it. */
export interface Parts {
  /** The key that counts; an empty text where there is none. */
  sentKey(request: IncomingMessage, query: string): string;
  knows(key: string): boolean;
  /** The status that a key gets whatever it asks for, if it does. */
  mayNot(key: string): number | undefined;
  decode(segment: string): string;
  fits(name: 'platform' | 'user' | 'program', value: string): boolean;
  programs(asked: Asked): Body[];
  find(programs: readonly Body[], id: string): Body | undefined;
  error(status: number, errorCode: number, asked: { readonly request: IncomingMessage }): Answer;
  /** The last word on an answer. */
  change(answer: Answer, asked: Partial<Asked> & { readonly request: IncomingMessage }): Answer;
  write(response: ServerResponse, answer: Answer, request: IncomingMessage): void;
}

export const parts: Parts = {
  sentKey: ({ headers }) =>
    ['x-gft_api_key', 'x-gft-api-key', 'gft-api-key'].map((name) => String(headers[name] ?? '').trim()).find(Boolean) ??
    '',
  knows: (sent) => sent === key,
  mayNot: (sent) =>
    Object.entries(keysFor)
      .map(([status, value]) => (value === sent ? Number(status) : 0))
      .find(Boolean),
  decode: decodeURIComponent,
  fits: (name, value) =>
    ({
      platform: /^[a-z0-9_-]{1,32}$/,
      user: /^(?!\.{1,2}$)[A-Za-z0-9_.:@-]{1,128}$/,
      program: /^[A-Za-z0-9_-]{1,128}$/,
    })[name].test(value),
  programs: ({ platform, user }) => programsOf(platform === 'discord' && user === '123456789012345678'),
  find: (programs, id) => programs.find((program) => program.id === id),
  error: (status, errorCode) => ({
    status,
    headers: { 'content-type': 'application/json', ...(status === 429 && { 'retry-after': '1' }) },
    body: { status: { timestamp: Date.now(), errorCode, errorMessage: 'It was not possible.' } },
  }),
  change: (answer) => answer,
  write: (response, { status, headers, body }) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  },
};

/** Starts a small server that keeps the contract but for the parts that are replaced. */
export async function smallServer(replaced: Partial<Parts> = {}) {
  const all = { ...parts, ...replaced };
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    const answer = answerOf(all, request);
    all.write(response, answer, request);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answerOf(all: Parts, request: IncomingMessage): Answer {
  const [path = '', ...rest] = (request.url ?? '').split('?');
  const query = rest.join('?');
  const fail = (status: number, errorCode = status) =>
    all.change(all.error(status, errorCode, { request }), { request });
  const [, platform = '', user = '', , program] =
    /^\/api\/v1\/users\/([^/]*)\/([^/]*)\/progress\/collection-challenges(\/([^/]*))?$/.exec(path) ?? [];
  if (!path.includes('/progress/collection-challenges')) return fail(404);

  const sent = all.sentKey(request, query);
  if (sent === '') return fail(401, 1002);
  const refused = all.mayNot(sent);
  if (refused !== undefined) return fail(refused);
  if (!all.knows(sent)) return fail(401, 1001);
  let asked: Asked;
  try {
    const decoded = { platform: all.decode(platform), user: all.decode(user), program: program && all.decode(program) };
    asked = { request, headers: request.headers, query, ...decoded };
  } catch {
    return fail(400);
  }
  const wrong =
    !all.fits('platform', asked.platform) ||
    !all.fits('user', asked.user) ||
    (asked.program !== undefined && !all.fits('program', asked.program));
  if (wrong) return fail(400);
  const programs = all.programs(asked);
  const body = asked.program === undefined ? programs : all.find(programs, asked.program);
  if (body === undefined) return all.change(all.error(404, 404, asked), asked);
  return all.change({ status: 200, headers: { 'content-type': 'application/json' }, body }, asked);
}
