import { parts } from '../small-server.ts';
import { type Defect, fits, where } from './breaking.ts';

/** Parameters of the path. */
export const parameters: readonly Defect[] = [
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
];
