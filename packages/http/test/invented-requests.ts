/**
 * Requests to the invented operations, with the response that every server of this kit sends. The tests of the kit use them,
 * and those of the mock and the sandbox.
 */
export interface InventedRequest {
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body as text, or as bytes. */
  readonly body?: string | Uint8Array;
  readonly status: number;
  /** What the handler gets: the parameters, and the body if there is one. Default: not compared. */
  readonly input?: Readonly<Record<string, unknown>>;
  readonly errorMessage?: string;
}

const cards = '/api/v1/programs/program_123/cards';
const orders = '/api/v1/orders';
const order = '/api/v1/orders/7.json';
const json = { 'content-type': 'application/json' };
const idempotencyKey = { 'idempotency-key': 'key-1' };
const patch = { 'content-type': 'application/merge-patch+json' };
const wrongType = 'The body has another media type. Send the header "content-type: application/json".';

const list = { programId: 'program_123', rarity: 'rare', limit: 20 };
const reads: InventedRequest[] = [
  ['the default of a query parameter', 'rarity=rare', list],
  ['an integer', 'rarity=rare&limit=5', { ...list, limit: 5 }],
  ['a number and a boolean', 'rarity=rare&minimum=-2.5e1&owned=true', { ...list, minimum: -25, owned: true }],
  ['an array with repeated names', 'rarity=rare&tag=a&tag=b%2Cc', { ...list, tag: ['a', 'b,c'] }],
  ['an array with commas', 'rarity=rare&id=1,2,3', { ...list, id: [1, 2, 3] }],
  ['an array with spaces', 'rarity=rare&word=a%20b+c%7Cd', { ...list, word: ['a', 'b', 'c|d'] }],
  ['an array with pipes', 'rarity=rare&size=1|2.5%7C3', { ...list, size: [1, 2.5, 3] }],
  ['an encoded name and value', 'r%61rity=r%61re&word=a%2Bb', { ...list, word: ['a+b'] }],
  ['an unknown parameter', 'rarity=rare&colour=%zz', list],
].map(([title, query, input]) => ({
  title: String(title),
  method: 'GET',
  path: `${cards}?${query}`,
  status: 200,
  input: input as Record<string, unknown>,
}));

const malformed: InventedRequest[] = [
  ['limit=5', 'The parameter rarity is missing.'],
  ['rarity=Rare', 'The parameter rarity must be equal to one of the allowed values: rare, common.'],
  ['rarity=rare&limit=0', 'The parameter limit must be >= 1.'],
  ['rarity=rare&limit=101', 'The parameter limit must be <= 100.'],
  ['rarity=rare&limit=', 'The parameter limit must be integer.'],
  ['rarity=rare&limit=1.5', 'The parameter limit must be integer.'],
  ['rarity=rare&limit=1&limit=2', 'The parameter limit is sent more than once.'],
  ['rarity=rare&cursor=A', 'The parameter cursor does not match ^[a-z0-9]+$.'],
  ['rarity=rare&cursor=%ff', 'The parameter cursor is not percent-encoded UTF-8.'],
  ['rarity=rare&minimum=many', 'The parameter minimum must be number.'],
  ['rarity=rare&owned=yes', 'The parameter owned must be boolean.'],
  ['rarity=rare&tag=a&tag=b&tag=c&tag=d', 'The parameter tag must NOT have more than 3 items.'],
  ['rarity=rare&id=1,x', 'The parameter id [1] must be integer.'],
  ['rarity=rare&id=1&id=2', 'The parameter id is sent more than once.'],
  ['rarity=rare&size=1|', 'The parameter size [1] must be number.'],
].map(([query, errorMessage = '']) => ({
  title: `the query ${query}`,
  method: 'GET',
  path: `${cards}?${query}`,
  status: 400,
  errorMessage,
}));

const post = { method: 'POST', path: orders, headers: { ...json, ...idempotencyKey } };
const nested = { name: 'a', note: null, parts: [{ name: 'b', parts: [] }] };
const deep = `${'{"name":"a","parts":['.repeat(101)}${']}'.repeat(101)}`;

const writes: InventedRequest[] = [
  {
    ...post,
    title: 'POST',
    body: JSON.stringify(nested),
    status: 201,
    input: { 'Idempotency-Key': 'key-1', body: nested },
  },
  {
    ...post,
    title: 'POST with a charset',
    headers: { ...idempotencyKey, 'content-type': 'Application/JSON ; charset="UTF-8"' },
    body: JSON.stringify(nested),
    status: 201,
  },
  { ...post, title: 'POST without a media type', headers: idempotencyKey, body: JSON.stringify(nested), status: 201 },
  {
    ...post,
    title: 'POST without an idempotency key',
    headers: json,
    body: '{"name":"a"}',
    status: 422,
    errorMessage: 'The parameter Idempotency-Key is missing.',
  },
  ...[
    ['no body', '', 'The body is missing.'],
    ['half a body', '{"name":', 'The body is not valid JSON: Unexpected end of JSON input.'],
    ['another type', '[]', 'The body is invalid: the body must be object.'],
    ['a missing property', '{}', "The body is invalid: the body must have required property 'name'."],
    [
      'an invalid part of a part',
      '{"name":"a","parts":[{"name":"b","parts":[{"name":1}]}]}',
      'The body is invalid: parts[0].parts[0].name must be string.',
    ],
    ['an unknown property', '{"name":"a","x":1}', 'The body is invalid: the body must not have the property "x".'],
    ['too many levels', deep, 'The body is nested deeper than 200 levels.'],
  ].map(([title, body = '', errorMessage = '']) => ({
    ...post,
    title: `POST with ${title}`,
    body,
    status: 422,
    errorMessage,
  })),
  {
    ...post,
    title: 'POST with a body that is not UTF-8',
    body: Buffer.from('{"name":"\xff"}', 'latin1'),
    status: 422,
    errorMessage: 'The body is not UTF-8.',
  },
  {
    ...post,
    title: 'POST of a form',
    headers: { ...idempotencyKey, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'name=a',
    status: 415,
    errorMessage: wrongType,
  },
  {
    ...post,
    title: 'POST with another charset',
    headers: { ...idempotencyKey, 'content-type': 'application/json; charset=utf-16' },
    body: '{"name":"a"}',
    status: 415,
    errorMessage: wrongType,
  },
  {
    ...post,
    title: 'POST of a compressed body',
    headers: { ...post.headers, 'content-encoding': 'gzip' },
    body: '{"name":"a"}',
    status: 415,
    errorMessage: 'The body is compressed. Send it without a content-encoding.',
  },
  {
    ...post,
    title: 'POST of a large body',
    body: JSON.stringify({ name: 'a'.repeat(1_048_576) }),
    status: 413,
    errorMessage: 'The body is larger than 1 MiB.',
  },
  {
    title: 'PUT',
    method: 'PUT',
    path: order,
    headers: json,
    body: '{"name":"a"}',
    status: 202,
    input: { orderId: '7', body: { name: 'a' } },
  },
  { title: 'PUT without its optional body', method: 'PUT', path: order, status: 202, input: { orderId: '7' } },
  {
    title: 'PUT with an invalid body',
    method: 'PUT',
    path: order,
    headers: json,
    body: '{"name":null}',
    status: 400,
    errorMessage: 'The body is invalid: name must be string.',
  },
  {
    title: 'PATCH',
    method: 'PATCH',
    path: order,
    headers: patch,
    body: '{"name":"b"}',
    status: 200,
    input: { orderId: '7', body: { name: 'b' } },
  },
  {
    title: 'PATCH with plain JSON',
    method: 'PATCH',
    path: order,
    headers: json,
    body: '{"name":"b"}',
    status: 415,
    errorMessage: 'The body has another media type. Send the header "content-type: application/merge-patch+json".',
  },
  { title: 'DELETE', method: 'DELETE', path: '/api/v1/orders/a.b.json', status: 204, input: { orderId: 'a.b' } },
  { title: 'DELETE with a body', method: 'DELETE', path: order, headers: json, body: '{', status: 204 },
  {
    title: 'DELETE of a malformed parameter',
    method: 'DELETE',
    path: '/api/v1/orders/A.json',
    status: 400,
    errorMessage: 'The parameter orderId does not match ^[a-z0-9.]+$.',
  },
  {
    title: 'DELETE of an empty parameter',
    method: 'DELETE',
    path: '/api/v1/orders/.json',
    status: 400,
    errorMessage: 'The parameter orderId is missing.',
  },
  { title: 'a path without the end of its segment', method: 'DELETE', path: '/api/v1/orders/7.xml', status: 404 },
  {
    title: 'another method of a path with methods',
    method: 'POST',
    path: order,
    status: 405,
    errorMessage: 'This path allows PUT, DELETE, PATCH, OPTIONS.',
  },
  {
    title: 'HEAD of a path without GET',
    method: 'HEAD',
    path: orders,
    status: 405,
  },
];

const headerParameters: InventedRequest[] = [
  {
    title: 'a header parameter',
    method: 'GET',
    path: `${cards}?rarity=rare`,
    headers: { 'x-language': 'de' },
    status: 200,
    input: { ...list, 'X-Language': 'de' },
  },
  {
    title: 'a malformed header parameter',
    method: 'GET',
    path: `${cards}?rarity=rare`,
    headers: { 'x-language': 'german' },
    status: 400,
    errorMessage: 'The parameter X-Language does not match ^[a-z]{2}$.',
  },
  { title: 'HEAD', method: 'HEAD', path: `${cards}?rarity=rare`, status: 200 },
  { title: 'HEAD with a malformed parameter', method: 'HEAD', path: cards, status: 400 },
];

export const inventedRequests: readonly InventedRequest[] = [...reads, ...malformed, ...headerParameters, ...writes];

/** Sends a request with an API key. Returns what servers have in common; the error message of an error in their format. */
export async function sendInvented(origin: string, apiKey: string, sent: InventedRequest) {
  const { method, path, headers = {}, body } = sent;
  const response = await fetch(origin + path, {
    method,
    headers: { 'x-gft-api-key': apiKey, ...headers },
    // As bytes: fetch adds a media type to a text.
    body: body === undefined || body === '' ? null : Buffer.from(body),
  });
  const text = await response.text();
  const value = text === '' ? undefined : JSON.parse(text);
  const errorMessage: string | undefined = response.ok ? undefined : value?.status.errorMessage;
  return { status: response.status, headers: response.headers, value, errorMessage };
}
