import { apiKeyHeaders } from '@giftoin/types';
import { errorParts } from '../changes/bodies.ts';
import { keyOf, short, takes, underscore, withKey } from '../changes/keys.ts';
import { asked, errorAnswer, jsonAnswer, onStatus, withBody, withType } from '../changes/messages.ts';
import { isList, isMalformed, isOne, parameterOf, sentOf } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import { type Mutation, type Request, valuesOf } from '../server/exchange.ts';
import { ids } from '../server/worlds.ts';

const queryOf = (request: Request) => new URLSearchParams(sentOf(request)?.query ?? '');

/** Takes the key from the query where no header has it. */
const fromQuery = (name: string): Mutation =>
  asked((request) => (keyOf(request) ? request : withKey(request, queryOf(request).get(name) ?? '')));

/** Takes the key from another header where none of the three has it. */
const fromHeader = (name: string): Mutation =>
  asked((request) => {
    const [, value = ''] = /^(?:Bearer |ApiKey )?(.*)$/i.exec(valuesOf(request, name)[0] ?? '') ?? [];
    return keyOf(request) ? request : withKey(request, value);
  });

const isUnknown = (sent: string) => sent !== '';
const isMissing = (sent: string) => sent === '';
const codeOf = (change: (code: number, request: Request) => number): Mutation =>
  errorParts(({ errorCode }, _, request) => ({ errorCode: change(errorCode, request) }));
const statusOf = (isMeant: (sent: string) => boolean, status: number, errorCode = status): Mutation =>
  onStatus(401, (answer, request) => (isMeant(keyOf(request)) ? errorAnswer(status, errorCode) : answer));

const rows: readonly Row[] = [
  ['any-key', 'any key will do', takes(isUnknown)],
  ['any-key-alone', 'any key will do for one program', takes((sent, _, request) => isUnknown(sent) && isOne(request))],
  ['no-key', 'no key is needed', takes(isMissing)],
  ['no-key-in-list', 'no key is needed for the list', takes((sent, _, request) => isMissing(sent) && isList(request))],
  [
    'empty-taken',
    'an empty key is taken for a good one',
    takes((sent, _, request) => isMissing(sent) && apiKeyHeaders.some((name) => valuesOf(request, name)[0] === '')),
  ],
  [
    'first-eight',
    'the first eight letters of a key are compared',
    takes((sent, key) => sent.slice(0, 8) === key.slice(0, 8)),
  ],
  ['prefix-taken', 'a beginning of the key is taken', takes((sent, key) => sent !== '' && key.startsWith(sent))],
  ['extension-taken', 'a key with more behind it is taken', takes((sent, key) => sent.startsWith(key))],
  [
    'last-eight',
    'the last eight letters of a key are compared',
    takes((sent, key) => sent.slice(-8) === key.slice(-8)),
  ],
  [
    'case-of-key',
    'the letters of a key are compared without case',
    takes((sent, key) => sent.toLowerCase() === key.toLowerCase()),
  ],
  ['length-of-key', 'any key of the right length is taken', takes((sent, key) => sent.length === key.length)],
  ['prefix-of-kind', 'any key with the usual beginning gft_ is taken', takes((sent) => sent.startsWith('gft_'))],
  ['query-underscore', 'the key is taken from the query, as x-gft_api_key', fromQuery(underscore)],
  ['query-dash', 'the key is taken from the query, as x-gft-api-key', fromQuery('x-gft-api-key')],
  ['query-short', 'the key is taken from the query, as gft-api-key', fromQuery(short)],
  ['query-api_key', 'the key is taken from the query, as api_key', fromQuery('api_key')],
  ['query-key', 'the key is taken from the query, as key', fromQuery('key')],
  ['query-token', 'the key is taken from the query, as access_token', fromQuery('access_token')],
  [
    'query-overrides',
    'a key in the query counts before that of a header',
    asked((request) => {
      const sent = apiKeyHeaders.map((name) => queryOf(request).get(name)).find(Boolean);
      return sent ? withKey(request, sent) : request;
    }),
  ],
  ['bearer-taken', 'the key is taken from Authorization', fromHeader('authorization')],
  ['x-api-key-taken', 'the key is taken from x-api-key, as gateways do', fromHeader('x-api-key')],
  [
    'codes-swapped',
    'the codes of a missing and an unknown key are swapped',
    codeOf((code) => ({ 1001: 1002, 1002: 1001 })[code] ?? code),
  ],
  ['missing-1001', 'a missing key has the code of an unknown one', codeOf((code) => (code === 1002 ? 1001 : code))],
  ['unknown-1002', 'an unknown key has the code of a missing one', codeOf((code) => (code === 1001 ? 1002 : code))],
  [
    'empty-1001',
    'an empty key has the code of an unknown one',
    codeOf((code, request) =>
      code === 1002 && apiKeyHeaders.some((name) => valuesOf(request, name).length > 0) ? 1001 : code,
    ),
  ],
  ['unknown-400', 'an unknown key gets 400', statusOf(isUnknown, 400, 1001)],
  ['unknown-403', 'an unknown key gets 403', statusOf(isUnknown, 403, 1001)],
  ['unknown-404', 'an unknown key gets 404, as if there were nothing', statusOf(isUnknown, 404)],
  ['missing-400', 'a missing key gets 400', statusOf(isMissing, 400, 1002)],
  [
    'missing-redirected',
    'a missing key is sent to a page for signing in',
    onStatus(401, (answer, request) =>
      keyOf(request) ? answer : { status: 302, headers: [['Location', '/login']], body: Buffer.from('') },
    ),
  ],
  [
    'unknown-sees-nothing',
    'an unknown key gets an empty list',
    onStatus(401, (answer, request) => (keyOf(request) && isList(request) ? jsonAnswer(200, []) : answer)),
  ],
  ['unknown-500', 'an unknown key breaks the server', statusOf(isUnknown, 500)],
  [
    'missing-empty-body',
    'a missing key gets no body',
    onStatus(401, (answer, request) => (keyOf(request) ? answer : withBody(answer, Buffer.from('')))),
  ],
  [
    'unknown-text-alone',
    'an unknown key gets text where one program is asked for',
    onStatus(401, (answer, request) =>
      keyOf(request) && isOne(request) ? withType(withBody(answer, Buffer.from('Unauthorized')), 'text/plain') : answer,
    ),
  ],
  [
    'quote-in-key-500',
    'a quote in a key breaks the server',
    onStatus(401, (answer, request) => (/['"]/.test(keyOf(request)) ? errorAnswer(500) : answer)),
  ],
  [
    'long-key-500',
    'a key of more than 1,000 letters breaks the server',
    onStatus(401, (answer, request) => (keyOf(request).length > 1_000 ? errorAnswer(500) : answer)),
  ],
  [
    'foreign-key-500',
    'a key with a byte that is not ASCII breaks the server',
    onStatus(401, (answer, request) => (/[^\0-\x7f]/.test(keyOf(request)) ? errorAnswer(500) : answer)),
  ],
  [
    'cached-for-all',
    'what was answered once is answered from a cache, whoever asks',
    (ask) => {
      const cache = new Map<string, Awaited<ReturnType<typeof ask>>>();
      return async (request) => {
        const answer = cache.get(request.target) ?? (await ask(request));
        if (answer.status === 200) cache.set(request.target, answer);
        return answer;
      };
    },
  ],
  [
    'refusal-cached',
    'a refusal is remembered for the next who asks for the same',
    (ask) => {
      const refused = new Map<string, Awaited<ReturnType<typeof ask>>>();
      return async (request) => {
        const remembered = refused.get(request.target);
        refused.delete(request.target);
        const answer = remembered ?? (await ask(request));
        if (!remembered && answer.status === 401) refused.set(request.target, answer);
        return answer;
      };
    },
  ],
  [
    'parameters-first',
    'the parameters are checked before the key',
    onStatus(401, (answer, request) => (isMalformed(request) ? errorAnswer(400) : answer)),
  ],
  [
    'existence-first',
    'a program that does not exist is 404 before the key is checked',
    onStatus(401, (answer, request) => {
      const program = parameterOf(request, 'programId') ?? 'program_123';
      const isThere = Object.values<string>(ids).includes(program);
      return isThere || isMalformed(request) ? answer : errorAnswer(404);
    }),
  ],
];

export const authenticationKeys = defects('authentication', rows);
