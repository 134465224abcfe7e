import { lists, programs } from '../changes/bodies.ts';
import { answered, asked, errorAnswer, jsonAnswer, withBody } from '../changes/messages.ts';
import { isList, isOf, onTarget, parameterOf, refuses, sentOf, withSent } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import type { Answer, Mutation, Request } from '../server/exchange.ts';
import { person } from '../server/worlds.ts';

const inQuery = (request: Request, name: string) => new URLSearchParams(sentOf(request)?.query ?? '').get(name);

/** Answers well-formed users whom nobody knows in another way. */
const onStranger = (change: (answer: Answer, request: Request) => Answer): Mutation =>
  answered((answer, request, { user }) =>
    answer.status === 200 && parameterOf(request, 'platformUserId') !== user ? change(answer, request) : answer,
  );

const rows: readonly Row[] = [
  ['stranger-404', 'a user whom nobody knows is not found', onStranger(() => errorAnswer(404))],
  ['stranger-500', 'a user whom nobody knows breaks the server', onStranger(() => errorAnswer(500))],
  [
    'stranger-empty',
    'a user whom nobody knows has an empty list',
    onStranger((answer, request) => (isList(request) ? jsonAnswer(200, []) : answer)),
  ],
  ['stranger-201', 'a user whom nobody knows is created', onStranger((answer) => ({ ...answer, status: 201 }))],
  [
    'stranger-null',
    'the progress of a user whom nobody knows is null',
    onStranger((answer) =>
      withBody(
        answer,
        JSON.parse(String(answer.body).replaceAll(/"progressInPercentage":\d+/g, '"progressInPercentage":null')),
      ),
    ),
  ],
  [
    'stranger-is-another',
    'a user whom nobody knows sees the progress of another',
    (ask, { user }) =>
      (request) =>
        ask(
          withSent(request, ({ platformUserId }) => ({
            platformUserId: /^[\w.:@-]+$/.test(platformUserId) && !/^\.+$/.test(platformUserId) ? user : platformUserId,
          })),
        ),
  ],
  [
    'user-is-number',
    'users are JavaScript numbers, so that neighbours are one',
    (ask, { user }) =>
      (request) =>
        ask(
          withSent(request, ({ platformUserId }) => ({
            platformUserId:
              /^\d+$/.test(platformUserId) && Number(platformUserId) === Number(user) ? user : platformUserId,
          })),
        ),
  ],
  [
    'platform-ignored',
    'a user is looked up whatever the platform',
    asked((request) =>
      withSent(request, ({ platform }) => ({ platform: isOf('platform', platform) ? person.platform : platform })),
    ),
  ],
  [
    'platform-closed-400',
    'a platform other than discord and roblox is malformed',
    refuses('platform', (value) => /^[a-z0-9_-]{1,32}$/.test(value) && !/^(discord|roblox)$/.test(value)),
  ],
  ['query-400', 'an unknown query parameter is refused', onTarget(/\?./, errorAnswer(400))],
  [
    'query-page',
    'the query parameter page turns over the list',
    lists((list, request) => (Number(inQuery(request, 'page') ?? 1) > 1 ? [] : list)),
  ],
  [
    'query-fields',
    'the query parameter fields leaves properties out',
    programs((program, request) => {
      const names = inQuery(request, 'fields')?.split(',');
      return names ? Object.fromEntries(Object.entries(program).filter(([name]) => names.includes(name))) : program;
    }),
  ],
  [
    'query-callback',
    'the query parameter callback wraps the answer in a call',
    answered((answer, request) => {
      const name = inQuery(request, 'callback');
      return name === null
        ? answer
        : {
            ...answer,
            headers: [['Content-Type', 'application/javascript']],
            body: Buffer.from(`${name}(${answer.body})`),
          };
    }),
  ],
  [
    'query-percent-500',
    'a lone percent sign in the query breaks the server',
    onTarget(/\?.*%(?![0-9A-Fa-f]{2})/, errorAnswer(500)),
  ],
];

export const userDefects = defects('parameters', rows);
