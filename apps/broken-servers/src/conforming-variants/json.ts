import { changeErrorBody, changeSingle } from '../changes/bodies.ts';
import { parseTarget } from '../changes/parameters.ts';
import { changeResponse, combine, parseBody, withBody } from '../changes/responses.ts';
import { createVariants, type Row } from '../entry.ts';
import type { Change, RawResponse } from '../server/respond.ts';

/** Changes every object in every body, errors included. */
const changeObjects = (change: (properties: Record<string, unknown>) => object): Change =>
  changeResponse((response) => {
    if (parseBody(response) === undefined) return response;
    const body = JSON.parse(String(response.body), (_, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? change(value) : value,
    );
    return withBody(response, body);
  });
const reverseProperties = (properties: object) => Object.fromEntries(Object.entries(properties).toReversed());

const unknownProperties = { ' ': null, nested: { deep: [{ isOwned: 'yes' }] }, size_of: '10', flag: false };
/** Adds unknown properties, one of which differs in every response. Other operations can have maps, where every name has a meaning. */
const addUnknownProperties: Change = (respond, account) => {
  let count = 0;
  const respondWithMore = changeObjects((properties) => {
    count += 1;
    return { ...unknownProperties, rank: count, ...properties };
  })(respond, account);
  return (request) => (parseTarget(request) ? respondWithMore(request) : respond(request));
};

function formatUnusually(response: RawResponse): Buffer {
  const body = parseBody(response);
  if (body === undefined) return response.body;
  return Buffer.from(
    `\r\n${JSON.stringify(body, null, '\t')}\n`
      .replaceAll('/', '\\/')
      .replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .replaceAll(/: (\d+)(?=[,\r\n}])/g, ': $1.0'),
  );
}

const rows: readonly Row[] = [
  ['unknown-properties', 'returns unknown properties in every object', addUnknownProperties],
  [
    'errors-with-details',
    'returns errors with more properties, in another language, with timestamps as strings of digits',
    changeErrorBody(({ timestamp, errorCode }, response) => ({
      status: {
        timestamp: `${timestamp}`,
        errorCode,
        errorMessage: 'Das geht so nicht: „Größe“ < 3 & > 1.',
        requestId: 'f3a1',
      },
      code: response.status,
      docs: 'https://example.com/errors',
    })),
  ],
  [
    'unusual-json',
    'reverses properties, indents, writes integers with a decimal zero, and escapes slashes and non-ASCII characters',
    combine(
      changeObjects(reverseProperties),
      changeResponse((response) => withBody(response, formatUnusually(response))),
    ),
  ],
  [
    'other-order-in-single',
    'returns the properties of a single program in another order than in the list',
    changeSingle(reverseProperties),
  ],
];

export const jsonVariants = createVariants('conforming', rows);
