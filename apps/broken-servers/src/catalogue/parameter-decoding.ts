import { changeParameters, changeRawParameters, decodeOnce, parseTarget, withTarget } from '../changes/parameters.ts';
import { changeRequest, changeResponseIf, createErrorResponse, createJsonResponse } from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import type { Change } from '../server/respond.ts';

const malformed: EntryOptions = { check: '/malformed/' };
const malformedProgram: EntryOptions = { check: '/malformed/programId' };

/** Decodes slashes and dots, and resolves dot segments, before it parses the path. */
const resolveDotSegments: Change = changeRequest((request) => {
  const [path = '', query = ''] = request.target.split(/(?=\?)/);
  if (!/%2F|%2E/i.test(path)) return request;
  const resolved = new URL(path.replaceAll(/%2F/gi, '/').replaceAll(/%2E/gi, '.'), 'http://sandbox').pathname;
  return { ...request, target: `${resolved}${query}` };
});

/** Returns an empty list if the path ends with a text after the last slash. */
const listIfPathEndsWith = (pattern: RegExp): Change =>
  changeResponseIf((request) => pattern.test(request.target), createJsonResponse(200, []));

const rows: readonly Row[] = [
  [
    'line-feed-removed',
    'removes a line feed at the end of a parameter',
    changeParameters((value) => value.replace(/\n$/, '')),
  ],
  [
    'cut-at-invalid',
    'ignores what follows the well-formed start of a parameter',
    changeParameters((value) => /^[\w.:@-]+(?=[^\w.:@-])/.exec(value)?.[0] ?? value),
  ],
  ['trimmed', 'trims parameters', changeParameters((value) => value.trim()), malformed],
  [
    'plus-trimmed',
    'decodes + as a space, and trims parameters',
    changeParameters((value) => value.replaceAll('+', ' ').trim()),
  ],
  [
    'spaces-removed',
    'decodes + as a space, and removes spaces',
    changeRawParameters((raw) => {
      const value = decodeOnce(raw.replaceAll('+', ' '));
      return value === undefined ? raw : encodeURIComponent(value.replaceAll(' ', ''));
    }),
    malformed,
  ],
  ['nul-cut', 'cuts a parameter off at a NUL', changeParameters((value) => value.split('\0')[0] ?? ''), malformed],
  [
    'extension-removed',
    'removes a file extension from a program ID, for example .json',
    changeRawParameters((raw) => raw.replace(/\.\w+$/, ''), ['programId']),
  ],
  [
    'semicolon-cut',
    'ignores what follows a semicolon in a parameter',
    changeRawParameters((raw) => raw.replace(/(;|%3B).*$/i, '')),
  ],
  ['decoded-twice', 'decodes parameters twice', changeRawParameters((raw) => raw.replaceAll('%25', '%')), malformed],
  [
    'not-decoded',
    'does not decode parameters',
    changeResponseIf((request) => {
      const { platform = '', platformUserId = '', programId = '' } = parseTarget(request) ?? {};
      return `${platform}${platformUserId}${programId}`.includes('%');
    }, createErrorResponse(400)),
    { check: '/percent-decoding' },
  ],
  [
    'dot-segments-resolved',
    'decodes slashes and resolves dot segments before it parses the path',
    resolveDotSegments,
    malformedProgram,
  ],
  [
    'trailing-slash-removed',
    'removes an encoded slash at the end of a parameter',
    changeParameters((value) => value.replace(/(?<=.)\/$/, '')),
    malformedProgram,
  ],
  [
    'leading-slash-removed',
    'removes an encoded slash at the start of a parameter',
    changeParameters((value) => value.replace(/^\/(?=.)/, '')),
    malformedProgram,
  ],
  [
    'dot-is-list',
    'returns the list if the program ID is a dot, encoded or not',
    changeRequest((request) =>
      /^(\.|%2E)$/i.test(parseTarget(request)?.programId ?? '')
        ? { ...request, target: request.target.replace(/\/(\.|%2E)(?=$|\?)/i, '') }
        : request,
    ),
  ],
  [
    'plain-dot-is-list',
    'returns an empty list if the program ID is a dot',
    listIfPathEndsWith(/challenges\/\.$/),
    malformedProgram,
  ],
  [
    'encoded-dot-is-list',
    'returns an empty list if the program ID is an encoded dot',
    listIfPathEndsWith(/challenges\/%2e$/i),
    malformedProgram,
  ],
  [
    'empty-is-list',
    'returns the list if the program ID is empty',
    changeRequest((request) => ({ ...request, target: request.target.replace(/\/(?=$|\?)/, '') })),
    malformedProgram,
  ],
  [
    'empty-accepted',
    'accepts an empty user ID',
    changeRequest((request) =>
      withTarget(request, ({ platformUserId }) => ({ platformUserId: platformUserId || '7' })),
    ),
  ],
];

export const parameterDecodingDefects = createDefects('parameters', rows);
