import type { HostileServer } from './hostile-server.ts';
import { createPrograms, hasKey, sendError, sendJson, serveList } from './programs.ts';

/** What terminals, CI services and Markdown read as commands. */
export const injected =
  '\u001b[2J\u009b31m\n::error::injected\r\n##vso[task.complete]\n##[error]x\u202e\u2028\u0007<script>|@octocat https://evil.example `x`\ud800';

export const texts: Readonly<Record<string, HostileServer>> = {
  'lone surrogates as IDs': { http: serveList([{ ...createPrograms(1)[0], id: '\ud800' }, { id: 'a\udfff' }]) },
  'commands as an error code': { http: (response) => sendError(response, 400, injected, injected) },
  'commands as an error code, with a list': {
    http: (response, request) =>
      hasKey(request) ? sendJson(response, 200, '[]') : sendError(response, 401, injected, injected),
  },
  'commands as IDs': { http: serveList([{ ...createPrograms(1)[0], id: injected, status: injected }]) },
  'commands as names of properties': {
    http: serveList([{ ...createPrograms(1)[0], cards: [{ [injected]: injected }] }]),
  },
  'commands as a content encoding': {
    http: (response) => sendJson(response, 200, '[]', { 'content-encoding': '::error::x ##vso[x] <b>' }),
  },
  'Retry-After of a year': { http: (response) => sendJson(response, 429, '{}', { 'retry-after': '31536000' }) },
};
