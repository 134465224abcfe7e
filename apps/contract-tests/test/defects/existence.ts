import { type Asked, parts } from '../small-server.ts';
import { type Defect, where } from './breaking.ts';

/** What is there and what is not. */
export const existence: readonly Defect[] = [
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
];
