import { rules } from '@giftoin/rules';

/** What a check holds a server to: the ten rules, and what the document says beside them. */
export const statements = {
  ...(Object.fromEntries(Object.entries(rules).map(([id, { statement }]) => [id, statement])) as {
    readonly [Id in keyof typeof rules]: string;
  }),
  success: 'Success is 200 and no other status, and no request is redirected.',
  answer: 'Every request is answered, whole and in time.',
  schemas: 'Every answer fits the schema that the document has for its status.',
  asked: 'An answer repeats the parameter that it was asked by.',
  times: 'Times are milliseconds since 1970-01-01T00:00:00Z, and the time left is milliseconds until the end.',
  key: 'One API key in any one of three headers is enough. Missing or empty, it gets 401 and error code 1002; unknown, 401 and 1001.',
  'key-order': 'Where several headers carry a key, the first that is not empty counts, in the order of the document.',
  'key-places': 'An API key counts in its three headers alone, and never in the query string.',
  order:
    'The key is checked first (401), then what it may do (402, 403, 429), then the parameters (400), then existence (404).',
  parameters:
    'A parameter is percent-decoded once and held against its pattern: malformed gets 400, well-formed is never refused.',
  'not-found': 'A well-formed id of what does not exist, or is not visible to the key, gets 404.',
  nobody: 'Every well-formed platform and user is answered: whoever owns nothing gets every visible program at 0 %.',
  query: 'Unknown query parameters are ignored.',
  documented: 'Every status that the document lists comes where the document says.',
  'retry-after': 'A 429 says in Retry-After, in whole seconds, when to ask again.',
  stable: 'The same request gets the same answer, unless the user has moved on.',
} as const;

/** The name of a statement; the numbered ones start with their number. */
export type StatementId = keyof typeof statements;
