import { errorParts } from '../changes/bodies.ts';
import { asked, errorAnswer, htmlAnswer, instead, jsonAnswer } from '../changes/messages.ts';
import { decoded, onTarget, refuses, sentOf, withSent } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import type { Mutation } from '../server/exchange.ts';

const broken = errorAnswer(500);
const hungUp = { ...broken, cut: 0 };
const lonePercent = /^[^?]*%(?![0-9A-Fa-f]{2})/;
const longerThan = (length: number) => instead(({ target }) => target.length > length, broken);

/** Decodes what proxies do, and follows dot segments, before it looks at the path. */
const folding: Mutation = asked((request) => {
  const [path = '', query = ''] = request.target.split(/(?=\?)/);
  if (!/%2F|%2E/i.test(path)) return request;
  const folded = new URL(path.replaceAll(/%2F/gi, '/').replaceAll(/%2E/gi, '.'), 'http://sandbox').pathname;
  return { ...request, target: `${folded}${query}` };
});

const rows: readonly Row[] = [
  ['nul-500', 'a NUL breaks the server', onTarget(/%00/, broken)],
  ['quote-500', 'a single quote breaks the server', onTarget(/%27|'/, broken)],
  ['backslash-500', 'a backslash breaks the server', onTarget(/%5C|\\/i, broken)],
  ['lone-percent-500', 'a lone percent sign breaks the server', onTarget(lonePercent, broken)],
  ['lone-percent-hangs-up', 'a lone percent sign ends the connection', onTarget(lonePercent, hungUp)],
  [
    'lone-percent-html',
    'a lone percent sign gets a page of the framework',
    onTarget(lonePercent, htmlAnswer(400, 'Bad Request')),
  ],
  ['dots-500', 'dot segments break the server', onTarget(/\/(\.|%2E){1,2}(\/|$|\?)/i, broken)],
  ['slash-folds', 'encoded slashes and dots lead to another program', folding],
  [
    'dot-is-list',
    'a dot for a program leads to the list',
    asked((request) =>
      /^(\.|%2E)$/i.test(sentOf(request)?.programId ?? '')
        ? { ...request, target: request.target.replace(/\/(\.|%2E)(?=$|\?)/i, '') }
        : request,
    ),
  ],
  [
    'empty-is-list',
    'an empty program leads to the list',
    asked((request) => ({ ...request, target: request.target.replace(/\/(?=$|\?)/, '') })),
  ],
  [
    'empty-redirects',
    'an empty program is redirected to the list',
    onTarget(/collection-challenges\/(\?|$)/, {
      status: 301,
      headers: [['Location', '/api/v1/users/discord/7/progress/collection-challenges']],
      body: Buffer.from(''),
    }),
  ],
  [
    'empty-taken',
    'an empty user is taken',
    asked((request) => withSent(request, ({ platformUserId }) => ({ platformUserId: platformUserId || '7' }))),
  ],
  ['long-8000', 'a path of more than 8,000 letters breaks the server', longerThan(8_000)],
  [
    'long-hangs-up',
    'a path of more than 4,000 letters ends the connection',
    instead(({ target }) => target.length > 4_000, hungUp),
  ],
  [
    'markup-repeated',
    'the message of a 400 repeats the value, markup and all',
    errorParts(({ errorCode, errorMessage }, _, request) => ({
      errorMessage: errorCode === 400 ? `Malformed: ${decoded(request.target) ?? '?'}` : errorMessage,
    })),
  ],
  [
    'proto-500',
    'the platform __proto__ breaks the server',
    refuses('platform', (value) => value === '__proto__', broken),
  ],
  [
    'constructor-500',
    'the user constructor breaks the server',
    refuses('platformUserId', (value) => value === 'constructor', broken),
  ],
  [
    'program-proto-200',
    'the program __proto__ is an empty object',
    refuses('programId', (value) => value === '__proto__', jsonAnswer(200, {})),
  ],
];

export const hostileParameterDefects = defects('parameters', rows);
