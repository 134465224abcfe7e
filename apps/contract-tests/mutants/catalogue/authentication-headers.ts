import { errorParts } from '../changes/bodies.ts';
import { blindTo, chooses, dash, keysOf, short, underscore, withKey } from '../changes/keys.ts';
import { answered, asked, errorAnswer, jsonOf, withBody } from '../changes/messages.ts';
import { isList, isOne } from '../changes/targets.ts';
import { defects, type Row } from '../mutant.ts';
import { type Request, valuesOf, withHeader } from '../server/exchange.ts';

const none = (name: string) => (sent: string) => sent.toLowerCase() === name;
const has = (name: string) => (request: Request) => (valuesOf(request, name)[0] ?? '') !== '';
const isOurs = (name: string) => [underscore, dash, short].some((ours) => ours === name.toLowerCase());
const firstOf = (keys: readonly (string | undefined)[]) => keys.find((key) => key);

const rows: readonly Row[] = [
  [
    'underscore-unread',
    'x-gft_api_key is not read, as behind a proxy that drops underscores',
    blindTo(none(underscore)),
  ],
  ['dash-unread', 'x-gft-api-key is not read', blindTo(none(dash))],
  ['short-unread', 'gft-api-key is not read', blindTo(none(short))],
  [
    'dash-unread-in-list',
    'x-gft-api-key is not read where the list is asked for',
    blindTo((name, request) => isList(request) && name.toLowerCase() === dash),
  ],
  [
    'short-unread-alone',
    'gft-api-key is not read where one program is asked for',
    blindTo((name, request) => isOne(request) && name.toLowerCase() === short),
  ],
  [
    'case-matters',
    'header names are read in lower case alone',
    blindTo((name) => isOurs(name) && name !== name.toLowerCase()),
  ],
  [
    'case-matters-once',
    'the name gft-api-key is read in lower case alone',
    blindTo((name) => name.toLowerCase() === short && name !== short),
  ],
  [
    'case-upper-unread',
    'a header name all in capitals is not read',
    blindTo((name) => isOurs(name) && name === name.toUpperCase()),
  ],
  ['last-wins', 'of several headers the last counts', chooses((keys) => firstOf(keys.toReversed()))],
  [
    'dash-before-underscore',
    'x-gft-api-key counts before x-gft_api_key',
    chooses(([first, second, third]) => firstOf([second, first, third])),
  ],
  [
    'short-before-dash',
    'gft-api-key counts before x-gft-api-key',
    chooses(([first, second, third]) => firstOf([first, third, second])),
  ],
  [
    'any-of-several',
    'of several keys any good one will do',
    chooses((keys, _, key) => (keys.includes(key) ? key : firstOf(keys))),
  ],
  [
    'all-of-several',
    'of several keys every one must be good',
    chooses((keys, _, key) => firstOf(keys.filter((sent) => sent !== key)) ?? firstOf(keys)),
  ],
  [
    'several-refused',
    'more than one of the headers is refused with 400',
    answered((answer, request) => (keysOf(request).filter(Boolean).length > 1 ? errorAnswer(400) : answer)),
  ],
  [
    'folded',
    'dash and underscore are one to the gateway, which joins both values with a comma',
    asked((request) => {
      const [first = '', second = ''] = keysOf(request);
      const joined = [first, second].filter(Boolean).join(', ');
      return joined === '' ? request : withHeader(withHeader(request, underscore, joined), dash, undefined);
    }),
  ],
  [
    'empty-hides',
    'an empty x-gft_api_key hides the headers after it',
    asked((request) => (valuesOf(request, underscore)[0] === '' ? withKey(request, '') : request)),
  ],
  [
    'empty-dash-hides',
    'an empty x-gft-api-key hides gft-api-key',
    asked((request) => {
      const [first, second] = keysOf(request);
      const isEmpty = !first && second === '' && valuesOf(request, dash).length > 0;
      return isEmpty ? withKey(request, '') : request;
    }),
  ],
  [
    'message-names-header',
    'the message of an unknown key names the header it came in',
    errorParts(({ errorCode, errorMessage }, _, request) => ({
      errorMessage: errorCode === 1001 && has(short)(request) ? `${errorMessage} It was in ${short}.` : errorMessage,
    })),
  ],
  [
    'code-differs',
    'an unknown key in gft-api-key has the code of a missing one',
    errorParts(({ errorCode }, _, request) => ({
      errorCode: errorCode === 1001 && has(short)(request) ? 1002 : errorCode,
    })),
  ],
  [
    'alone-differs',
    'x-gft_api_key gives a program alone without its reward',
    answered((answer, request) =>
      answer.status === 200 && isOne(request) && has(underscore)(request)
        ? withBody(answer, { ...(jsonOf(answer) as object), reward: null })
        : answer,
    ),
  ],
];

export const authenticationHeaders = defects('authentication', rows);
