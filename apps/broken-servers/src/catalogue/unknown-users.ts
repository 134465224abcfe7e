import { isListRequest, isSingleRequest, isWellFormed, readParameter, withTarget } from '../changes/parameters.ts';
import {
  changeRequest,
  changeResponse,
  createErrorResponse,
  createJsonResponse,
  withBody,
} from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import type { Change, RawRequest, RawResponse } from '../server/respond.ts';
import { user as owner } from '../server/worlds.ts';

const unknownUser: EntryOptions = { check: '/unknown-user' };
const isolation: EntryOptions = { check: '/user-isolation' };

/** Changes the responses to well-formed users that are unknown. */
const onUnknownUser = (change: (response: RawResponse, request: RawRequest) => RawResponse): Change =>
  changeResponse((response, request, { user }) =>
    response.status === 200 && readParameter(request, 'platformUserId') !== user ? change(response, request) : response,
  );

/** Looks up another user than the request names. Malformed IDs stay as they are. */
const lookUp = (find: (id: string, knownUser: string) => string): Change =>
  changeRequest((request, { user }) => {
    const id = readParameter(request, 'platformUserId') ?? '';
    const isChanged = isWellFormed('platformUserId', id) && find(id, user) === user;
    return isChanged ? withTarget(request, () => ({ platformUserId: encodeURIComponent(user) })) : request;
  });

const rows: readonly Row[] = [
  ['404', 'returns 404 for an unknown user', onUnknownUser(() => createErrorResponse(404)), unknownUser],
  [
    '410',
    'returns 410 for an unknown user, and for every program on its own',
    changeResponse((response, request, { user }) =>
      response.status !== 401 && (isSingleRequest(request) || readParameter(request, 'platformUserId') !== user)
        ? createErrorResponse(410)
        : response,
    ),
    { check: '/documented/404/' },
  ],
  ['500', 'returns 500 for an unknown user', onUnknownUser(() => createErrorResponse(500))],
  [
    'empty-list',
    'returns an empty list for an unknown user',
    onUnknownUser((response, request) => (isListRequest(request) ? createJsonResponse(200, []) : response)),
    unknownUser,
  ],
  ['201', 'returns 201 for an unknown user', onUnknownUser((response) => ({ ...response, status: 201 }))],
  [
    'null-percentage',
    'returns null as the percentage of an unknown user',
    onUnknownUser((response) =>
      withBody(
        response,
        Buffer.from(String(response.body).replaceAll(/"progressInPercentage":\d+/g, '"progressInPercentage":null')),
      ),
    ),
  ],
  ['another-user', 'returns the progress of another user for an unknown user', lookUp((_, user) => user), unknownUser],
  [
    'user-id-as-number',
    'parses user IDs as JavaScript numbers, so that adjacent IDs are the same user',
    lookUp((id, user) => (/^\d+$/.test(id) && Number(id) === Number(user) ? user : id)),
    isolation,
  ],
  ['user-id-cut-at-sign', 'ignores what follows an @ in a user ID', lookUp((id) => id.replace(/@.*/, '')), isolation],
  [
    'user-id-cut-at-colon',
    'ignores what precedes a colon in a user ID',
    lookUp((id) => id.replace(/.*:/, '')),
    isolation,
  ],
  [
    'platform-ignored',
    'finds a user on every platform',
    changeRequest((request) =>
      withTarget(request, ({ platform }) => ({
        platform: isWellFormed('platform', platform) ? owner.platform : platform,
      })),
    ),
    unknownUser,
  ],
];

export const unknownUserDefects = createDefects('unknown-users', rows);
