import { type Asked, key, type Parts, parts } from '../small-server.ts';
import { type Defect, eachError, eachProgram, headerNames, keyFrom, knows, sentKey, where } from './breaking.ts';

/** The key and its headers. */
export const keys: readonly Defect[] = [
  ...headerNames.map((name) => ({
    name: `${name} is not read`,
    foundBy: `/key-alone/${name}`,
    broken: sentKey(keyFrom(headerNames.filter((other) => other !== name))),
  })),
  {
    name: 'a header is not read by one endpoint',
    foundBy: 'getCollectionChallengeProgress/key-alone/gft-api-key',
    broken: sentKey((request) =>
      keyFrom(/challenges\/./.test(request.url ?? '') ? headerNames.slice(0, 2) : headerNames)(request, ''),
    ),
  },
  {
    name: 'header names are read in lower case alone',
    foundBy: '/key-alone/',
    broken: sentKey(({ rawHeaders }) => {
      const at = rawHeaders.findIndex(
        (name, index) => index % 2 === 0 && headerNames.includes(name) && rawHeaders[index + 1]?.trim(),
      );
      return at < 0 ? '' : (rawHeaders[at + 1] ?? '').trim();
    }),
  },
  {
    name: 'the last header counts',
    foundBy: '/first-header-counts',
    broken: sentKey(keyFrom(headerNames.toReversed())),
  },
  {
    name: 'the first header on the wire counts',
    foundBy: '/first-header-counts',
    broken: sentKey(({ rawHeaders }) => {
      const at = rawHeaders.findIndex(
        (name, index) => headerNames.includes(name.toLowerCase()) && rawHeaders[index + 1]?.trim(),
      );
      return at < 0 ? '' : (rawHeaders[at + 1] ?? '').trim();
    }),
  },
  {
    name: 'any known key of several headers will do',
    foundBy: '/first-header-counts',
    broken: sentKey((request, query) =>
      headerNames.some((name) => request.headers[name] === key) ? key : parts.sentKey(request, query),
    ),
  },
  {
    name: 'an empty header hides the others',
    foundBy: '/empty-headers',
    broken: sentKey(({ headers }) =>
      String(headerNames.map((name) => headers[name]).find((value) => value !== undefined) ?? '').trim(),
    ),
  },
  {
    name: 'an empty header is an unknown key',
    foundBy: '/empty-key/',
    broken: sentKey(
      ({ headers }, query) =>
        parts.sentKey({ headers } as never, query) || (headerNames.some((name) => name in headers) ? '?' : ''),
    ),
  },
  { name: 'the key is compared by its start', foundBy: '/near-keys', broken: knows((sent) => key.startsWith(sent)) },
  {
    name: 'the first letters of the key will do',
    foundBy: '/near-keys',
    broken: knows((sent) => sent.slice(0, 8) === key.slice(0, 8)),
  },
  {
    name: 'the key is compared without case',
    foundBy: '/near-keys',
    broken: knows((sent) => sent.toLowerCase() === key.toLowerCase()),
  },
  { name: 'the key may stand anywhere', foundBy: '/near-keys', broken: knows((sent) => sent.includes(key)) },
  {
    name: 'a part of the key will do',
    foundBy: '/near-keys',
    broken: knows((sent) => sent.length > 3 && key.includes(sent)),
  },
  {
    name: 'keys are the properties of an object',
    foundBy: '/near-keys',
    broken: knows((sent) => sent in { [key]: true }),
  },
  { name: 'a star is any key', foundBy: '/near-keys', broken: knows((sent) => sent === key || sent === '*') },
  ...(
    [
      ['keys are taken from a list', (sent) => sent.split(',').some((part) => part.trim() === key)],
      ['a key ends at a semicolon', (sent) => sent.split(';')[0] === key],
      ['a key is one word', (sent) => sent.split(' ')[0] === key],
      ['signs at the end of a key do not count', (sent) => sent.replace(/\W+$/, '') === key],
      ['keys are compared by their length', (sent) => sent.length === key.length],
      ['- and _ are the same in a key', (sent) => sent.replaceAll('_', '-') === key.replaceAll('_', '-')],
      ['- does not count in a key', (sent) => sent.replaceAll('-', '') === key.replaceAll('-', '')],
      [
        '_ is any letter of a key',
        (sent) => sent.length === key.length && [...sent].every((letter, at) => letter === '_' || letter === key[at]),
      ],
      ['a key may be in Base64', (sent) => [sent, Buffer.from(sent, 'base64').toString()].includes(key)],
    ] as const satisfies readonly (readonly [string, Parts['knows']])[]
  ).map(([name, test]) => ({ name, foundBy: '/near-keys', broken: knows(test) })),
  {
    name: 'a long key brings a 500',
    foundBy: '/near-keys',
    broken: { mayNot: (sent) => (sent.length > 1_024 ? 500 : parts.mayNot(sent)) },
  },
  {
    name: 'a key that is no ASCII brings a 500',
    foundBy: '/near-keys',
    broken: { mayNot: (sent) => (/[^ -~\t]/.test(sent) ? 500 : parts.mayNot(sent)) },
  },
  {
    name: 'a key with a tab in it brings a 500',
    foundBy: '/near-keys',
    broken: { mayNot: (sent) => (sent.includes('\t') ? 500 : parts.mayNot(sent)) },
  },
  { name: 'any key will do', foundBy: '/unknown-key/', broken: knows(() => true) },
  {
    name: 'the key is taken from the query',
    foundBy: '/key-in-query',
    broken: sentKey(
      (request, query) => parts.sentKey(request, '') || (new URLSearchParams(query).get('gft-api-key') ?? ''),
    ),
  },
  {
    name: 'the key is taken from api_key in the query',
    foundBy: '/key-in-query',
    broken: sentKey(
      (request, query) => parts.sentKey(request, '') || (new URLSearchParams(query).get('api_key') ?? ''),
    ),
  },
  {
    name: 'a key in the query goes before that in the header',
    foundBy: '/unknown-query',
    broken: sentKey((request, query) => new URLSearchParams(query).get('x-gft-api-key') ?? parts.sentKey(request, '')),
  },
  {
    name: 'the key is taken from a bearer token',
    foundBy: '/key-elsewhere',
    broken: sentKey((request) => parts.sentKey(request, '') || (request.headers.authorization?.slice(7) ?? '')),
  },
  {
    name: 'the key is taken from a cookie',
    foundBy: '/key-elsewhere',
    broken: sentKey(
      (request) =>
        parts.sentKey(request, '') || (/x-gft-api-key=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''),
    ),
  },
  {
    name: 'the codes of missing and unknown are swapped',
    foundBy: '/no-key',
    broken: eachError((status, answer) => {
      if (answer.status === 401) status.errorCode = status.errorCode === 1001 ? 1002 : 1001;
    }),
  },
  {
    name: 'a missing key gets 403',
    foundBy: '/no-key',
    broken: {
      error: (status, code, asked) => (code === 1002 ? parts.error(403, 403, asked) : parts.error(status, code, asked)),
    },
  },
  {
    name: 'the parameters come before the key',
    foundBy: '/order',
    broken: where(
      (answer, { request }) => answer.status === 401 && /users\/(!|[^/]+\/!)/.test(request.url ?? ''),
      () => parts.error(400, 400, {} as never),
    ),
  },
  {
    name: 'existence comes before the key',
    foundBy: '/order',
    broken: where(
      (answer, { request }) => answer.status === 401 && /no-such-thing/.test(request.url ?? ''),
      () => parts.error(404, 404, {} as never),
    ),
  },
  {
    name: 'one header gives other data',
    foundBy: '/equal-headers/',
    broken: eachProgram((program, { headers }) => {
      if (headers?.['gft-api-key']) program.name = 'Another';
    }),
  },
  {
    name: 'one header gets other errors',
    foundBy: '/equal-headers/',
    broken: eachError((status, _, { request }: { request?: Asked['request'] }) => {
      if (request?.headers['gft-api-key']) status.errorMessage = 'It was not possible with this header.';
    }),
  },
  {
    name: 'a bearer token goes before the key',
    foundBy: '/other-headers',
    broken: sentKey((request, query) => request.headers.authorization?.slice(7) ?? parts.sentKey(request, query)),
  },
  { name: 'every key may do all', foundBy: '/documented/', broken: { mayNot: () => undefined, knows: () => true } },
  {
    name: 'existence comes before what a key may do',
    foundBy: '/order',
    broken: where(
      (answer, { request }) => answer.status === 402 && /no-such-thing/.test(request.url ?? ''),
      () => parts.error(404, 404, {} as never),
    ),
  },
];
