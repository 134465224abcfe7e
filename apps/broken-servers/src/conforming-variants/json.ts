import { changeErrorBody, changeSingle } from '../changes/bodies.ts';
import { changeResponse, combine, withBody } from '../changes/responses.ts';
import { createVariants, type Row } from '../entry.ts';
import type { Change } from '../server/respond.ts';

/** Changes every object in every body, errors included. */
const changeObjects = (change: (properties: Record<string, unknown>) => object): Change =>
  changeResponse((response) => {
    const body = JSON.parse(String(response.body), (_, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? change(value) : value,
    );
    return withBody(response, body);
  });
const reverseProperties = (properties: object) => Object.fromEntries(Object.entries(properties).toReversed());

const unknownProperties = { ' ': null, nested: { deep: [{ isOwned: 'yes' }] }, size_of: '10', flag: false };
/** Adds unknown properties, one of which differs in every response. */
const addUnknownProperties: Change = (respond, account) => {
  let count = 0;
  return changeObjects((properties) => {
    count += 1;
    return { ...unknownProperties, rank: count, ...properties };
  })(respond, account);
};

const formatUnusually = (body: string) =>
  `\r\n${JSON.stringify(JSON.parse(body), null, '\t')}\n`
    .replaceAll('/', '\\/')
    .replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll(/: (\d+)(?=[,\r\n}])/g, ': $1.0');

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
      changeResponse(({ body, ...rest }) => ({ ...rest, body: Buffer.from(formatUnusually(String(body))) })),
    ),
  ],
  [
    'other-order-in-single',
    'returns the properties of a single program in another order than in the list',
    changeSingle(reverseProperties),
  ],
];

export const jsonVariants = createVariants('conforming', rows);
