import { type Asked, key, parts } from '../small-server.ts';
import { type Defect, eachError, where } from './breaking.ts';

/** What errors say. */
export const errors: readonly Defect[] = [
  {
    name: 'an error has no status',
    asking: '/unknown-key',
    foundBy: 'answers/error',
    broken: where(
      ({ status }) => status >= 400,
      (answer) => ({ ...answer, body: { message: 'No.' } }),
    ),
  },
  {
    name: 'an error code is a text',
    asking: '/unknown-key',
    foundBy: 'answers/error',
    broken: eachError((status) => {
      status.errorCode = String(status.errorCode);
    }),
  },
  {
    name: 'an error code is another',
    asking: '/not-found',
    foundBy: 'answers/error',
    broken: eachError((status, answer) => {
      if (answer.status === 404) status.errorCode = 4040;
    }),
  },
  {
    name: 'an error has no timestamp',
    asking: '/unknown-key',
    foundBy: 'answers/error',
    broken: eachError((status) => {
      delete status.timestamp;
    }),
  },
  {
    name: 'an error is timed in seconds',
    asking: '/unknown-key',
    foundBy: 'answers/error',
    broken: eachError((status) => {
      status.timestamp = Math.floor(Date.now() / 1000);
    }),
  },
  {
    name: 'an error is timed in seconds, without a Date header',
    asking: '/unknown-key',
    foundBy: 'answers/error',
    broken: {
      ...eachError((status) => {
        status.timestamp = Math.floor(Date.now() / 1000);
      }),
      write: (response, answer, request) => {
        response.sendDate = false;
        parts.write(response, answer, request);
      },
    },
  },
  {
    name: 'an error has markup',
    asking: '/unknown-key',
    foundBy: 'answers/error',
    broken: eachError((status) => {
      status.errorMessage = '<p>No.</p>';
    }),
  },
  ...['users', 'discord', 'collection-challenges'].map((before) => ({
    name: `an error repeats as it is what stands behind ${before}`,
    asking: '/malformed/',
    foundBy: 'answers/error',
    broken: eachError((status, answer, { request }: { request?: Asked['request'] }) => {
      const [, segment = ''] = new RegExp(`/${before}/([^/?]+)`).exec(request?.url ?? '') ?? [];
      if (answer.status === 400 && segment.includes('%3C'))
        status.errorMessage = `No such: ${decodeURIComponent(segment)}`;
    }),
  })),
  {
    name: 'a 400 is problem+json',
    asking: '/malformed/',
    foundBy: 'answers/json',
    broken: where(
      ({ status }) => status === 400,
      (answer) => ({ ...answer, headers: { 'content-type': 'application/problem+json' } }),
    ),
  },
  {
    name: 'a 404 is a page',
    asking: '/not-found',
    foundBy: 'answers/json',
    broken: where(
      ({ status }) => status === 404,
      (answer) => ({ ...answer, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' }),
    ),
  },
  {
    name: 'an error is a page where pages are accepted',
    foundBy: '/accept',
    broken: where(
      (answer, { request }) => answer.status >= 400 && /html/.test(request.headers.accept ?? ''),
      (answer) => ({ ...answer, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' }),
    ),
  },
  {
    name: 'an unknown key is repeated',
    asking: '/unknown-key',
    foundBy: 'answers/no-key',
    broken: eachError((status, answer, { request }: { request?: Asked['request'] }) => {
      if (answer.status === 401) status.errorMessage = `No key is ${request?.headers['gft-api-key']}.`;
    }),
  },
  {
    name: 'an unknown key is repeated in the status line',
    asking: '/unknown-key',
    foundBy: 'answers/no-key',
    broken: {
      write: (response, { status, headers, body }, request) => {
        const reason = status === 401 ? `No key is ${request.headers['gft-api-key']}` : 'OK';
        response.writeHead(status, reason, headers).end(JSON.stringify(body));
      },
    },
  },
  {
    name: 'the key is repeated behind the body',
    foundBy: 'answers/no-key',
    broken: {
      write: (response, { status, headers, body }) => {
        response.writeHead(status, { ...headers, trailer: 'x-key', 'transfer-encoding': 'chunked' });
        response.addTrailers({ 'x-key': key });
        response.end(JSON.stringify(body));
      },
    },
  },
  {
    name: 'the key is repeated in a header',
    foundBy: 'answers/no-key',
    broken: where(
      () => true,
      (answer) => ({ ...answer, headers: { ...answer.headers, 'x-key': key } }),
    ),
  },
];
