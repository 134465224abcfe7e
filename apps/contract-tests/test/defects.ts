import { gzipSync } from 'node:zlib';
import { type Answer, type Asked, key, type Parts, parts } from './small-server.ts';
import type { Body } from './small-world.ts';

/** A server that is broken in one way, and the check that must find it, by a part of its id. */
export interface Defect {
  readonly name: string;
  readonly foundBy: string;
  /** Which checks send what shows a defect that any answer may show; the plain ones where not given. */
  readonly asking?: string;
  readonly broken: Partial<Parts>;
}

type Change = Parts['change'];

const headerNames = ['x-gft_api_key', 'x-gft-api-key', 'gft-api-key'];
const keyFrom =
  (names: readonly string[]): Parts['sentKey'] =>
  ({ headers }) =>
    names.map((name) => String(headers[name] ?? '').trim()).find(Boolean) ?? '';
const knows = (test: (sent: string) => boolean) => ({ knows: test });
const sentKey = (read: Parts['sentKey']) => ({ sentKey: read });
const change = (edit: Change) => ({ change: edit });

/** Edits every program of a success. */
const eachProgram = (edit: (program: Body, asked: Partial<Asked>) => void) =>
  change((answer, asked) => {
    if (answer.status === 200) for (const program of [answer.body].flat() as Body[]) edit(program, asked);
    return answer;
  });
/** Edits what every error says. */
const eachError = (edit: (status: Body, answer: Answer, asked: Partial<Asked>) => void) =>
  change((answer, asked) => {
    if (answer.status >= 400) edit((answer.body as { status: Body }).status, answer, asked);
    return answer;
  });
const where = (isMeant: (answer: Answer, asked: Parameters<Change>[1]) => boolean, edit: (answer: Answer) => Answer) =>
  change((answer, asked) => (isMeant(answer, asked) ? edit(answer) : answer));
const fits = (name: 'platform' | 'user' | 'program', pattern: RegExp) => ({
  fits: (sent: 'platform' | 'user' | 'program', value: string) =>
    sent === name ? pattern.test(value) : parts.fits(sent, value),
});
const written = (text: (answer: Answer) => string | Buffer, extra: Record<string, string> = {}) => ({
  write: ((response, answer) => {
    response.writeHead(answer.status, { ...answer.headers, ...extra }).end(text(answer));
  }) satisfies Parts['write'],
});
const first = (program: Body, name: string) => (program[name] as Body[] | undefined)?.[0];

export const defects: readonly Defect[] = [
  // The key and its headers.
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
  // Parameters.
  {
    name: 'a platform may have capitals',
    foundBy: '/malformed/platform',
    broken: fits('platform', /^[a-zA-Z0-9_-]{1,32}$/),
  },
  {
    name: 'a platform may be of 33 letters',
    foundBy: '/malformed/platform',
    broken: fits('platform', /^[a-z0-9_-]{1,33}$/),
  },
  {
    name: 'a platform may be of 31 letters at most',
    foundBy: '/well-formed',
    broken: fits('platform', /^[a-z0-9_-]{1,31}$/),
  },
  {
    name: 'a platform may not have an underscore',
    foundBy: '/well-formed',
    broken: fits('platform', /^[a-z0-9-]{1,32}$/),
  },
  { name: 'a platform is one that is known', foundBy: '/well-formed', broken: fits('platform', /^(discord|roblox)$/) },
  { name: 'a user is a number', foundBy: '/well-formed', broken: fits('user', /^\d{1,128}$/) },
  {
    name: 'a user may have two letters at least',
    foundBy: '/well-formed',
    broken: fits('user', /^[A-Za-z0-9_.:@-]{2,128}$/),
  },
  { name: 'a user may not have a colon', foundBy: '/well-formed', broken: fits('user', /^[A-Za-z0-9_.@-]{1,128}$/) },
  {
    name: 'a user may not start with a dot',
    foundBy: '/well-formed',
    broken: fits('user', /^[A-Za-z0-9_:@-][A-Za-z0-9_.:@-]{0,127}$/),
  },
  {
    name: 'a user may have any letter',
    foundBy: '/malformed/platformUserId',
    broken: fits('user', /^[\p{L}0-9_.:@-]{1,128}$/u),
  },
  {
    name: 'a user may have a space',
    foundBy: '/malformed/platformUserId',
    broken: fits('user', /^[A-Za-z0-9_.:@ -]{1,128}$/),
  },
  {
    name: 'a user is not held against its end',
    foundBy: '/malformed/platformUserId',
    broken: fits('user', /^[A-Za-z0-9_.:@-]{1,128}/),
  },
  {
    name: 'a program may have a dot',
    foundBy: '/malformed/programId',
    broken: fits('program', /^[A-Za-z0-9_.-]{1,128}$/),
  },
  {
    name: 'a program may end with a line feed',
    foundBy: '/malformed/programId',
    broken: fits('program', /^[A-Za-z0-9_-]{1,128}\n?$/),
  },
  {
    name: 'a program may be of 129 letters',
    foundBy: '/malformed/programId',
    broken: fits('program', /^[A-Za-z0-9_-]{1,129}$/),
  },
  {
    name: 'a program may be of 100 letters at most',
    foundBy: '/well-formed',
    broken: fits('program', /^[A-Za-z0-9_-]{1,100}$/),
  },
  {
    name: 'parameters are trimmed',
    foundBy: '/malformed/',
    broken: { decode: (segment) => decodeURIComponent(segment).trim() },
  },
  {
    name: 'parameters are cut at a NUL',
    foundBy: '/malformed/',
    broken: { decode: (segment) => decodeURIComponent(segment).replace(/\0.*/s, '') },
  },
  { name: 'parameters are not decoded', foundBy: '/decoded-once', broken: { decode: (segment) => segment } },
  {
    name: 'parameters are decoded twice',
    foundBy: '/malformed/',
    broken: { decode: (segment) => decodeURIComponent(decodeURIComponent(segment)) },
  },
  {
    name: 'a plus sign is a space, and spaces are taken',
    foundBy: '/malformed/',
    broken: { decode: (segment) => decodeURIComponent(segment.replaceAll('+', ' ')).replaceAll(' ', '') },
  },
  {
    name: 'a lone % brings a 500',
    asking: '/malformed/',
    foundBy: 'answers/no-server-error',
    broken: where(
      (_, { request }) => /%(\/|$|z)/.test(request.url?.split('?')[0] ?? ''),
      () => parts.error(500, 500, {} as never),
    ),
  },
  {
    name: 'a quote brings a 500',
    asking: '/malformed/',
    foundBy: 'answers/no-server-error',
    broken: where(
      (_, { request }) => /'/.test(request.url?.split('?')[0] ?? ''),
      () => parts.error(500, 500, {} as never),
    ),
  },
  {
    name: 'what is malformed is not found',
    foundBy: '/malformed/',
    broken: where(
      ({ status }) => status === 400,
      () => parts.error(404, 404, {} as never),
    ),
  },
  {
    name: 'two dots are answered',
    foundBy: '/malformed/platformUserId',
    broken: fits('user', /^[A-Za-z0-9_.:@-]{1,128}$/),
  },
  {
    name: 'an encoded slash is folded, and what follows is answered',
    foundBy: '/malformed/programId',
    broken: { decode: (segment) => decodeURIComponent(segment).replace(/^.*\/\.\.\//, '') },
  },
  {
    name: 'an encoded slash at the end does not count',
    foundBy: '/malformed/programId',
    broken: { decode: (segment) => decodeURIComponent(segment).replace(/\/$/, '') },
  },
  {
    name: 'an encoded slash at the start does not count',
    foundBy: '/malformed/programId',
    broken: { decode: (segment) => decodeURIComponent(segment).replace(/^\//, '') },
  },
  ...[
    ['no program', /challenges\/$/],
    ['a dot for a program', /challenges\/\.$/],
    ['an encoded dot for a program', /challenges\/%2e$/i],
  ].map(([name, path]) => ({
    name: `${name} is the list`,
    foundBy: '/malformed/programId',
    broken: where(
      (_, { request }) => (path as RegExp).test(request.url ?? ''),
      () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: [] }),
    ),
  })),
  {
    name: 'a missing program brings a redirect',
    asking: '/malformed/programId',
    foundBy: 'answers/success',
    broken: where(
      (_, { request }) => /challenges\/$/.test(request.url ?? ''),
      (answer) => ({ ...answer, status: 301, headers: { ...answer.headers, location: '..' } }),
    ),
  },
  {
    name: 'an overlong URL brings a redirect',
    asking: '/malformed/',
    foundBy: 'answers/success',
    broken: where(
      (_, { request }) => (request.url?.length ?? 0) > 5000,
      (answer) => ({ ...answer, status: 302, headers: { ...answer.headers, location: '/' } }),
    ),
  },
  {
    name: 'what is malformed is unprocessable',
    foundBy: '/documented/400/',
    broken: where(
      ({ status }) => status === 400,
      () => parts.error(422, 422, {} as never),
    ),
  },
  // What is there and what is not.
  {
    name: 'who is not known is not found',
    foundBy: '/documented/404/',
    broken: {
      change: (answer, { user, program }) =>
        user !== '123456789012345678' || program !== undefined ? parts.error(410, 410, {} as never) : answer,
    },
  },
  {
    name: 'programs are found by their start',
    foundBy: '/not-found',
    broken: { find: (all, id) => all.find((program) => String(program.id).startsWith(id)) },
  },
  {
    name: 'programs are found without case',
    foundBy: '/not-found',
    broken: { find: (all, id) => all.find((program) => String(program.id).toLowerCase() === id.toLowerCase()) },
  },
  {
    name: 'programs are found by a pattern',
    foundBy: '/not-found',
    broken: {
      find: (all, id) => all.find((program) => new RegExp(`^${id.replaceAll('_', '.')}$`).test(String(program.id))),
    },
  },
  {
    name: 'what is not found is null',
    foundBy: '/not-found',
    broken: where(
      ({ status }) => status === 404,
      (answer) => ({ ...answer, status: 200, body: null }),
    ),
  },
  {
    name: 'an unknown user is not found',
    foundBy: '/nobody',
    broken: { change: (answer, { user }) => (/nobody/.test(user ?? '') ? parts.error(404, 404, {} as never) : answer) },
  },
  {
    name: 'an unknown user has no programs',
    foundBy: '/nobody',
    broken: { programs: (asked) => (/nobody/.test(asked.user) ? [] : parts.programs(asked)) },
  },
  {
    name: 'every user is the same',
    foundBy: '/nobody',
    broken: { programs: (asked) => parts.programs({ ...asked, platform: 'discord', user: '123456789012345678' }) },
  },
  {
    name: 'the platform does not count',
    foundBy: '/nobody',
    broken: { programs: (asked) => parts.programs({ ...asked, platform: 'discord' }) },
  },
  {
    name: 'users are read as numbers',
    foundBy: '/users-alike',
    broken: {
      programs: (asked) =>
        parts.programs({
          ...asked,
          user: BigInt(Math.round(Number(asked.user)) || 0) === 123456789012345680n ? '123456789012345678' : 'x',
        }),
    },
  },
  ...(
    [
      ['what follows an @ in a user is cut off', (user) => user.replace(/@.*/, '')],
      ['what stands before a colon in a user is cut off', (user) => user.replace(/.*:/, '')],
    ] as const satisfies readonly (readonly [string, (user: string) => string])[]
  ).map(([name, cut]) => ({
    name,
    foundBy: '/users-alike',
    broken: { programs: (asked: Asked) => parts.programs({ ...asked, user: cut(asked.user) }) },
  })),
  // The query.
  {
    name: 'a long query brings a 500',
    foundBy: '/unknown-query',
    broken: where(
      (_, { query }) => (query?.length ?? 0) > 1_500,
      () => parts.error(500, 500, {} as never),
    ),
  },
  {
    name: 'an unknown query parameter is refused',
    foundBy: '/unknown-query',
    broken: where(
      (_, { query }) => /no-such-parameter/.test(query ?? ''),
      () => parts.error(400, 400, {} as never),
    ),
  },
  {
    name: 'the query limits the list',
    foundBy: 'listCollectionChallengeProgress/unknown-query',
    broken: where(
      (answer, { query }) => Array.isArray(answer.body) && /limit=0/.test(query ?? ''),
      (answer) => ({ ...answer, body: [] }),
    ),
  },
  {
    name: 'a query that cannot be decoded brings a 500',
    foundBy: '/unknown-query',
    broken: where(
      (_, { query }) => /%zz/.test(query ?? ''),
      () => parts.error(500, 500, {} as never),
    ),
  },
  // Errors.
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
  // The protocol.
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
  // Shapes and rules.
  {
    name: 'the list is wrapped',
    foundBy: 'answers/schema',
    broken: where(
      ({ body }) => Array.isArray(body),
      (answer) => ({ ...answer, body: { data: answer.body } }),
    ),
  },
  {
    name: 'a property is missing',
    foundBy: 'answers/schema',
    broken: eachProgram((program) => {
      delete program.environment;
    }),
  },
  {
    name: 'an image is not https',
    foundBy: 'answers/schema',
    broken: eachProgram((program) => {
      program.image = 'http://example.com/a.png';
    }),
  },
  {
    name: 'a size is a text',
    foundBy: 'answers/schema',
    broken: eachProgram((program) => {
      program.size = String(program.size);
    }),
  },
  {
    name: 'the percentage is rounded',
    foundBy: 'answers/1-counts',
    broken: eachProgram((program) => {
      program.progressInPercentage = Math.round(
        (100 * Number(program.collectedCount)) / Math.max(1, Number(program.size)),
      );
    }),
  },
  {
    name: 'a card comes twice',
    foundBy: 'answers/2-unique-ids',
    broken: eachProgram((program) => {
      const cards = program.cards as Body[];
      if (cards[1]) cards[1].id = cards[0]?.id;
    }),
  },
  {
    name: 'a card is owned without a quantity',
    foundBy: 'answers/3-ownership',
    broken: eachProgram((program) => {
      const card = first(program, 'cards');
      if (card) card.ownedQuantity = 0;
    }),
  },
  {
    name: 'more cards are listed than there are',
    foundBy: 'answers/4-listed-cards',
    broken: eachProgram((program) => {
      if (program.size === 3) program.size = 2;
    }),
  },
  {
    name: 'a reward can be claimed too early',
    foundBy: 'answers/5-reward',
    broken: eachProgram((program) => {
      if (program.reward) (program.reward as Body).canClaim = true;
    }),
  },
  {
    name: 'time is left without an end',
    foundBy: 'answers/6-duration',
    broken: eachProgram((program) => {
      program.timeLeft ??= 0;
    }),
  },
  {
    name: 'times are in seconds',
    foundBy: 'answers/times',
    broken: eachProgram((program) => {
      program.createdTimestamp = Math.floor(Number(program.createdTimestamp) / 1000);
    }),
  },
  {
    name: 'the time left is in seconds',
    foundBy: 'answers/times',
    broken: eachProgram((program) => {
      if (program.timeLeft) program.timeLeft = Math.floor(Number(program.timeLeft) / 1000);
    }),
  },
  {
    name: 'the time left is of one program for all',
    foundBy: 'answers/times',
    broken: eachProgram((program) => {
      if (program.timeLeft !== null) program.timeLeft = 500_000_000;
    }),
  },
  {
    name: 'another program is answered',
    foundBy: 'answers/asked',
    broken: where(
      ({ status, body }) => status === 200 && !Array.isArray(body),
      (answer) => ({ ...answer, body: { ...(answer.body as Body), id: 'program_456' } }),
    ),
  },
  {
    name: 'a program alone differs from the list',
    foundBy: '/list-and-one',
    broken: where(
      ({ status, body }) => status === 200 && !Array.isArray(body),
      (answer) => ({ ...answer, body: { ...(answer.body as Body), name: 'Another' } }),
    ),
  },
  {
    name: 'a program of the list is not found alone',
    foundBy: '/list-and-one',
    broken: { find: (all, id) => all.find((program) => program.id === id && id !== 'ended') },
  },
  {
    name: 'a program is another each time',
    foundBy: 'getCollectionChallengeProgress/repeated',
    broken: (() => {
      let asked = 0;
      return eachProgram((program) => {
        asked += 1;
        program.description = `Read ${asked} times`;
      });
    })(),
  },
  {
    name: 'the list is in another order each time',
    foundBy: '/repeated',
    broken: (() => {
      let asked = 0;
      return change((answer) => {
        asked += 1;
        return Array.isArray(answer.body)
          ? { ...answer, body: [...answer.body.slice(asked % 5), ...answer.body.slice(0, asked % 5)] }
          : answer;
      });
    })(),
  },
];
