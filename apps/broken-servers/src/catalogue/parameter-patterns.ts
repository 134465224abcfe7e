import {
  acceptParameter,
  hasMalformed,
  isListRequest,
  isWellFormed,
  readParameter,
  rejectParameter,
} from '../changes/parameters.ts';
import { createErrorResponse, createJsonResponse, onStatus } from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import type { Change } from '../server/respond.ts';

const isLongerThan = (limit: number) => (value: string) => value.length > limit;
const matches = (pattern: RegExp) => (value: string) => pattern.test(value);
const accepted = (name: string): EntryOptions => ({ check: `/malformed/${name}` });
const rejected: EntryOptions = { check: '/well-formed' };

/** Accepts malformed program IDs that match a pattern, and returns 404 because no program has them. */
const acceptProgram = (pattern: RegExp): Change =>
  onStatus(400, (response, request) => {
    const isOtherMalformed = hasMalformed(request, ['platform', 'platformUserId']);
    return !isOtherMalformed && pattern.test(readParameter(request, 'programId') ?? '')
      ? createErrorResponse(404)
      : response;
  });

const rows: readonly Row[] = [
  [
    'platform-upper-case',
    'accepts a platform in upper case',
    acceptParameter('platform', (value) => /^[\w-]{1,32}$/.test(value) && /[A-Z]/.test(value)),
    accepted('platform'),
  ],
  [
    'platform-33',
    'accepts a platform of 33 characters',
    acceptParameter('platform', matches(/^[a-z0-9_-]{33}$/)),
    accepted('platform'),
  ],
  ['platform-32', 'rejects a platform of 32 characters', rejectParameter('platform', isLongerThan(31)), rejected],
  ['platform-1', 'rejects a platform of 1 character', rejectParameter('platform', matches(/^.$/))],
  ['platform-underscore', 'rejects a platform with an underscore', rejectParameter('platform', matches(/_/)), rejected],
  [
    'platform-closed-set',
    'rejects platforms other than discord and roblox',
    rejectParameter('platform', (value) => isWellFormed('platform', value) && !/^(discord|roblox)$/.test(value)),
    rejected,
  ],
  ['user-129', 'accepts a user ID of 129 characters', acceptParameter('platformUserId', matches(/^[\w.:@-]{129}$/))],
  ['user-128', 'rejects a user ID of 128 characters', rejectParameter('platformUserId', isLongerThan(127))],
  ['user-1', 'rejects a user ID of 1 character', rejectParameter('platformUserId', matches(/^.$/)), rejected],
  ['user-dot', 'rejects a user ID with a dot', rejectParameter('platformUserId', matches(/\./))],
  [
    'user-leading-dot',
    'rejects a user ID that starts with a dot',
    rejectParameter('platformUserId', matches(/^\../)),
    rejected,
  ],
  ['user-colon', 'rejects a user ID with a colon', rejectParameter('platformUserId', matches(/:/)), rejected],
  [
    'user-not-numeric',
    'rejects a user ID that is not a number',
    rejectParameter('platformUserId', matches(/\D/)),
    rejected,
  ],
  [
    'user-dot-segments',
    'accepts the user IDs . and ..',
    acceptParameter('platformUserId', matches(/^\.\.?$/)),
    accepted('platformUserId'),
  ],
  [
    'user-tilde',
    'accepts a user ID with a tilde',
    acceptParameter('platformUserId', (value) => /^[\w.:@~-]+$/.test(value) && value.includes('~')),
  ],
  [
    'user-any-letter',
    'accepts a user ID with letters of every language',
    acceptParameter('platformUserId', (value) => /^[\p{L}0-9_.:@-]{1,128}$/u.test(value) && /[^\0-\x7f]/.test(value)),
    accepted('platformUserId'),
  ],
  [
    'user-space',
    'accepts a user ID with a space',
    acceptParameter('platformUserId', (value) => /^[\w.:@ -]{1,128}$/.test(value) && value.includes(' ')),
    accepted('platformUserId'),
  ],
  [
    'user-end-unchecked',
    'accepts a user ID of which only the start is well-formed',
    acceptParameter(
      'platformUserId',
      (value) => /^[\w.:@-]/.test(value) && !isWellFormed('platformUserId', value) && !/^\.\.?$/.test(value),
    ),
    accepted('platformUserId'),
  ],
  [
    'user-unchecked',
    'accepts every user ID',
    acceptParameter('platformUserId', (value) => !isWellFormed('platformUserId', value)),
  ],
  ['program-129', 'accepts a program ID of 129 characters', acceptProgram(/^[\w-]{129}$/), accepted('programId')],
  ['program-128', 'rejects a program ID of 128 characters', rejectParameter('programId', isLongerThan(127)), rejected],
  ['program-dot', 'accepts a program ID with a dot', acceptProgram(/^[\w.-]+$/), accepted('programId')],
  [
    'program-line-feed',
    'accepts a program ID with a line feed at its end',
    acceptProgram(/^[\w-]+\n$/),
    accepted('programId'),
  ],
  ['program-dash', 'rejects a program ID with a dash', rejectParameter('programId', matches(/-/))],
  [
    'malformed-404',
    'returns 404 for a malformed parameter',
    onStatus(400, () => createErrorResponse(404)),
    { check: '/malformed/' },
  ],
  [
    'malformed-422',
    'returns 422 for a malformed parameter',
    onStatus(400, () => createErrorResponse(422)),
    { check: '/documented/400/' },
  ],
  ['malformed-500', 'returns 500 for a malformed parameter', onStatus(400, () => createErrorResponse(500))],
  [
    'malformed-empty-list',
    'returns an empty list for a malformed parameter',
    onStatus(400, (response, request) => (isListRequest(request) ? createJsonResponse(200, []) : response)),
  ],
];

export const parameterPatternDefects = createDefects('parameters', rows);
