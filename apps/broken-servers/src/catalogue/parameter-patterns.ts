import { parameterPatterns } from '@giftoin/types';
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

type ParameterName = keyof typeof parameterPatterns;

/** The length of the longest values that match the pattern of a parameter. */
function readMaxLength(name: ParameterName): number {
  const [, length] = /\{1,(\d+)\}\$$/.exec(parameterPatterns[name]) ?? [];
  if (!length)
    throw new Error(`The pattern of ${name} does not end with a maximum length. Write its defects in another way.`);
  return Number(length);
}

const isLongest = (name: ParameterName) => (value: string) => value.length === readMaxLength(name);
const isOneLonger = (name: ParameterName, pattern: RegExp) => (value: string) =>
  value.length === readMaxLength(name) + 1 && pattern.test(value);
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
    'platform-too-long',
    'accepts a platform that has one character too many',
    acceptParameter('platform', isOneLonger('platform', /^[a-z0-9_-]*$/)),
    accepted('platform'),
  ],
  ['platform-longest', 'rejects the longest platforms', rejectParameter('platform', isLongest('platform')), rejected],
  ['platform-1', 'rejects a platform of 1 character', rejectParameter('platform', matches(/^.$/))],
  ['platform-underscore', 'rejects a platform with an underscore', rejectParameter('platform', matches(/_/)), rejected],
  [
    'platform-closed-set',
    'rejects platforms other than discord and roblox',
    rejectParameter('platform', (value) => isWellFormed('platform', value) && !/^(discord|roblox)$/.test(value)),
    rejected,
  ],
  [
    'user-too-long',
    'accepts a user ID that has one character too many',
    acceptParameter('platformUserId', isOneLonger('platformUserId', /^[\w.:@-]*$/)),
  ],
  ['user-longest', 'rejects the longest user IDs', rejectParameter('platformUserId', isLongest('platformUserId'))],
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
  [
    'program-too-long',
    'accepts a program ID that has one character too many',
    acceptProgram(new RegExp(`^[\\w-]{${readMaxLength('programId') + 1}}$`)),
    accepted('programId'),
  ],
  [
    'program-longest',
    'rejects the longest program IDs',
    rejectParameter('programId', isLongest('programId')),
    rejected,
  ],
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
