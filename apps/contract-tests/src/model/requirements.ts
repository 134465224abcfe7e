import { requirements as ruleRequirements } from '@giftoin/rules';

/** What the suite requires of a server: the ten numbered requirements, and what the document says beyond them. */
export const requirements = {
  ...(Object.fromEntries(Object.entries(ruleRequirements).map(([id, { text }]) => [id, text])) as {
    readonly [Id in keyof typeof ruleRequirements]: string;
  }),
  success: 'A success has a status code that the document has for the operation. The server does not redirect.',
  response: 'Every request gets a complete response in time.',
  schema:
    'Every body fits the schema that the document has for its status code. There is none if the document has none.',
  'response-headers': 'A response has its required headers. All its headers fit their schemas.',
  'requested-parameters': 'A response contains the parameters of its request.',
  timestamps: 'Times are in milliseconds since 1970-01-01T00:00:00Z. timeLeft is in milliseconds until the end.',
  status:
    'A status fits the progress and the dates if it is a known value: upcoming before the start, ended after the end, completed if the user owns every card.',
  visibility:
    'A program is not visible before its start if showBefore is false, or after its end if showAfter is false.',
  'api-key':
    'One API key in any one of three headers is enough. A missing or empty key leads to 401 and error code 1002, an unknown key to 401 and 1001.',
  'header-precedence':
    'If several headers carry a key, the first one that is not empty counts, in the order of the document.',
  'repeated-header':
    'If a key header is repeated, or has several values separated by commas, the first value that is not empty counts.',
  'key-location': 'An API key counts only in its three headers, never in the query string.',
  'validation-order':
    'The server validates the key first (401), then its permissions (402, 403, 429), then the parameters (400), then existence (404).',
  parameters:
    'A parameter is percent-decoded once and then matched with its schema. A malformed one, or a required one that is missing, leads to 400, or to 422 if the document says so. A well-formed one is never rejected.',
  defaults: 'A parameter that is omitted has the default of its schema.',
  pagination:
    'A list has no more items than its limit allows. The pages of a list have every item once, and there is a last one.',
  'request-body':
    'A body that fits its schema is accepted. A malformed body leads to 400, or to 422 if the document says so.',
  idempotency: 'A request with the idempotency key of an earlier one gets the same response, and changes nothing.',
  'not-found': 'A well-formed ID leads to 404 if the resource does not exist or is not visible to the key.',
  'unknown-user':
    'Every well-formed platform and user is accepted. A user without cards gets every visible program at 0 %.',
  'unknown-query': 'Unknown query parameters are ignored.',
  documented:
    'The server returns every status code that the document lists in the situation that the document describes.',
  'retry-after': 'A 429 has a Retry-After header in whole seconds.',
  repeatability: 'The same request gets the same response, unless the progress of the user has changed.',
} as const;

/** The ID of a requirement. A numbered requirement starts with its number. */
export type RequirementId = keyof typeof requirements;
