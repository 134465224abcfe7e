import { errorAnswer, instead, jsonAnswer, onStatus } from '../changes/messages.ts';
import { decoded, isList, isMalformed, isOf, lets, parameterOf, reads, refuses, sentOf } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import type { Mutation } from '../server/exchange.ts';

const longer = (limit: number) => (value: string) => value.length > limit;
const including = (sign: string) => (value: string) => value.includes(sign);

/** A parameter is matched after a change that should not be. */
const forgives = (change: (value: string) => string): Mutation =>
  reads((raw) => {
    const value = decoded(raw);
    return value === undefined ? raw : encodeURIComponent(change(value));
  });

const rows: readonly Row[] = [
  [
    'platform-capitals',
    'a platform in capitals is taken',
    lets('platform', (value) => /^[\w-]{1,32}$/.test(value) && /[A-Z]/.test(value)),
  ],
  ['platform-33', 'a platform of 33 letters is taken', lets('platform', (value) => /^[a-z0-9_-]{33}$/.test(value))],
  ['platform-32', 'a platform of 32 letters is refused', refuses('platform', longer(31))],
  ['platform-one', 'a platform of one letter is refused', refuses('platform', (value) => value.length === 1)],
  ['user-129', 'a user of 129 letters is taken', lets('platformUserId', (value) => /^[\w.:@-]{129}$/.test(value))],
  ['user-128', 'a user of 128 letters is refused', refuses('platformUserId', longer(127))],
  ['user-one', 'a user of one letter is refused', refuses('platformUserId', (value) => value.length === 1)],
  ['user-dot', 'a user with a dot is refused', refuses('platformUserId', including('.'))],
  ['user-colon', 'a user with a colon is refused', refuses('platformUserId', including(':'))],
  ['user-numeric', 'a user that is no number is refused', refuses('platformUserId', (value) => !/^\d+$/.test(value))],
  ['user-dots-taken', 'the users . and .. are answered', lets('platformUserId', (value) => /^\.\.?$/.test(value))],
  [
    'user-tilde',
    'a user with a tilde is taken',
    lets('platformUserId', (value) => /^[\w.:@~-]+$/.test(value) && value.includes('~')),
  ],
  ['user-unchecked', 'any user is taken', lets('platformUserId', (value) => !isOf('platformUserId', value))],
  ['program-129', 'a program of 129 letters is no malformed one', missing((value) => /^[\w-]{129}$/.test(value))],
  ['program-128', 'a program of 128 letters is refused', refuses('programId', longer(127))],
  ['program-dot', 'a program with a dot is not malformed', missing((value) => /^[\w.-]+$/.test(value))],
  ['program-dash', 'a program with a dash is refused', refuses('programId', including('-'))],
  ['malformed-404', 'what is malformed is not found', onStatus(400, () => errorAnswer(404))],
  ['malformed-500', 'what is malformed breaks the server', onStatus(400, () => errorAnswer(500))],
  [
    'malformed-empty',
    'what is malformed has no programs',
    onStatus(400, (answer, request) => (isList(request) ? jsonAnswer(200, []) : answer)),
  ],
  ['newline-taken', 'a newline at the end is passed over, as $ does', forgives((value) => value.replace(/\n$/, ''))],
  [
    'start-alone',
    'what follows a good beginning is passed over',
    forgives((value) => /^[\w.:@-]+(?=[^\w.:@-])/.exec(value)?.[0] ?? value),
  ],
  ['plus-is-space', 'a plus is read as a space, and cut off', forgives((value) => value.replaceAll('+', ' ').trim())],
  ['nul-ends', 'a NUL ends a parameter', forgives((value) => value.split('\0')[0] ?? '')],
  [
    'suffix-dropped',
    'a suffix such as .json is dropped from a program',
    reads((raw) => raw.replace(/\.\w+$/, ''), ['programId']),
  ],
  ['matrix-dropped', 'what follows a semicolon is dropped', reads((raw) => raw.replace(/(;|%3B).*$/i, ''))],
  ['decoded-twice', 'parameters are decoded twice', reads((raw) => raw.replaceAll('%25', '%'))],
  ['not-decoded', 'parameters are not decoded', refusesEncoded()],
];

/** Malformed programs that are taken for such as do not exist. */
function missing(test: (value: string) => boolean): Mutation {
  return onStatus(400, (answer, request) => {
    const isElsewhere = isMalformed(request, ['platform', 'platformUserId']);
    return !isElsewhere && test(parameterOf(request, 'programId') ?? '!') ? errorAnswer(404) : answer;
  });
}

function refusesEncoded(): Mutation {
  return instead((request) => {
    const { platform = '', platformUserId = '', programId = '' } = sentOf(request) ?? {};
    return `${platform}${platformUserId}${programId}`.includes('%');
  }, errorAnswer(400));
}

export const parameterPatternDefects = defects('parameters', rows);
