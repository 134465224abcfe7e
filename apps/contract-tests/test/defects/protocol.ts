import { gzipSync } from 'node:zlib';
import { parts } from '../small-server.ts';
import { change, type Defect, where, written } from './breaking.ts';

/** How answers are sent. */
export const protocol: readonly Defect[] = [
  {
    name: 'a success is a 201',
    foundBy: 'answers/success',
    broken: where(
      ({ status }) => status === 200,
      (answer) => ({ ...answer, status: 201 }),
    ),
  },
  {
    name: 'there is no content type',
    foundBy: 'answers/json',
    broken: where(
      () => true,
      (answer) => ({ ...answer, headers: {} }),
    ),
  },
  {
    name: 'a body has a byte order mark',
    foundBy: 'answers/json',
    broken: written(({ body }) => `\ufeff${JSON.stringify(body)}`),
  },
  {
    name: 'a body is in UTF-16',
    foundBy: 'answers/json',
    broken: written(({ body }) => Buffer.from(JSON.stringify(body), 'utf16le')),
  },
  {
    name: 'a body is in Latin-1',
    foundBy: 'answers/json',
    broken: written(({ body }) => Buffer.from(JSON.stringify(body).replaceAll('Badge', 'Médaille'), 'latin1')),
  },
  {
    name: 'a body has something after it',
    foundBy: 'answers/json',
    broken: written(({ body }) => `${JSON.stringify(body)}<!-- -->`),
  },
  {
    name: 'a body is compressed without a word',
    foundBy: 'answers/json',
    broken: written(({ body }) => gzipSync(JSON.stringify(body))),
  },
  {
    name: 'a body is called gzip and is none',
    foundBy: 'answers/json',
    broken: written(({ body }) => JSON.stringify(body), { 'content-encoding': 'gzip' }),
  },
  {
    name: 'a body is cut where it is compressed',
    foundBy: '/compressed',
    broken: {
      write: (response, answer, request) => {
        if (!/gzip/.test(request.headers['accept-encoding'] ?? '')) return parts.write(response, answer, request);
        response.writeHead(answer.status, { ...answer.headers, 'content-encoding': 'gzip' }).end(gzipSync('[]'));
      },
    },
  },
  {
    name: 'a body is shorter than it says',
    foundBy: 'answers/whole',
    broken: {
      write: (response, { status, headers, body }) => {
        const bytes = Buffer.from(JSON.stringify(body));
        response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
        response.write(bytes.subarray(0, 20), () => response.destroy());
      },
    },
  },
  {
    name: 'an escape ends the connection',
    asking: '/malformed/',
    foundBy: 'answers/whole',
    broken: {
      write: (response, answer, request) => {
        if (/%ff/.test(request.url ?? '')) response.destroy();
        else parts.write(response, answer, request);
      },
    },
  },
  {
    name: 'a 429 does not say how long to wait',
    asking: '',
    foundBy: 'answers/retry-after',
    broken: (() => {
      let asked = 0;
      return change((answer) => {
        asked += 1;
        if (asked !== 40) return answer;
        const { headers, ...refusal } = parts.error(429, 429, {} as never);
        return { ...refusal, headers: { 'content-type': headers['content-type'] ?? '' } };
      });
    })(),
  },
];
