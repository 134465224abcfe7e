import { inspect } from 'node:util';
import { createGiftoinClient } from '@giftoin/client';
import { fakeFetch, fixtures } from '@giftoin/client/testing';
import { describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'secret/of the=tests';
const inspectAll = (value: unknown) =>
  inspect(value, { depth: 20, showHidden: true }) + JSON.stringify(value) + String(value);

describe('redacts an API key that the server repeats', () => {
  const encoded = encodeURIComponent(apiKey);
  const json = JSON.stringify(apiKey).replaceAll('/', '\\/').replaceAll('k', '\\u006b');
  const error = `{"status":{"timestamp":1,"errorCode":404,"errorMessage":"Key ${apiKey}, ${encoded.toLowerCase()}.","${apiKey}":1}}`;

  test.each([
    ['in an error', 404, error, {}],
    ['in an HTML page', 500, `<p>${apiKey} ${encoded}</p>`, {}],
    ['in a page instead of JSON', 200, `<p>${apiKey}</p>`, {}],
    ['in the request ID', 404, '', { 'x-request-id': `id-${apiKey}` }],
    ['in the target of a redirect', 302, '', { location: `https://${'other.test'}/${encoded}/x?key=${encoded}` }],
  ])('%s', async (_, status, body, headers) => {
    await using server = await startServer((_request, response) => send(response, status, body, headers));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 0 });
    const text = inspectAll(await catchError(giftoin.raw.listCollectionChallengeProgress(user)));
    for (const form of [apiKey, encoded, encoded.toLowerCase()]) expect(text).not.toContain(form);
    expect(text).toContain('[API key]');
  });

  test('in successful data and in the response headers', async () => {
    const program = `{"name":${json},"more":["${apiKey}"],"${apiKey}":2}`;
    await using server = await startServer((_, response) => send(response, 200, program, { 'x-echo': apiKey }));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, responseValidation: 'off' });
    const { value, response } = await giftoin.raw.listCollectionChallengeProgress(user);
    // Values are redacted, names are not.
    expect(value).toEqual({ name: '[API key]', more: ['[API key]'], [apiKey]: 2 });
    expect(response.headers.get('x-echo')).toBe('[API key]');
  });
});

test('redacts an API key of fewer than 8 characters in errors and headers, but not in successful data', async () => {
  const data = '{"name":"seven77 cards"}';
  await using server = await startServer((_request, response, count) =>
    send(response, count === 1 ? 200 : 404, data, { 'x-request-id': 'seven77' }),
  );
  const giftoin = createGiftoinClient({ apiKey: 'seven77', baseUrl: server.url, responseValidation: 'off' });
  const { value, response } = await giftoin.raw.listCollectionChallengeProgress(user);
  expect([value, response.headers.get('x-request-id')]).toEqual([{ name: 'seven77 cards' }, '[API key]']);
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    requestId: '[API key]',
    body: { name: '[API key] cards' },
  });
});

test('does not reveal the API key if fetch throws an error that contains the request', async () => {
  const fetch = async (_: string, init: object) => {
    throw Object.assign(new TypeError(`bad ${JSON.stringify(init)}`), { request: init, code: 'E_BAD', cause: init });
  };
  const giftoin = createGiftoinClient({ apiKey, fetch, retries: 0 });
  const error = await catchError(giftoin.listCollectionChallengeProgress(user));
  expect(error).toMatchObject({ kind: 'network', cause: { name: 'TypeError', code: 'E_BAD' } });
  expect(inspectAll(error) + inspectAll(giftoin)).not.toContain(apiKey);
});

describe('redacts an API key in every form that a server can repeat it in', () => {
  const key = `a key/with "quotes"&<more>+'é`;
  const html = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const forms: [string, string][] = [
    ['as it is', key],
    ['as HTML entities', html(key)],
    ['as HTML entities, encoded twice', html(html(key))],
    ['as numeric HTML entities', [...key].map((character) => `&#${character.codePointAt(0)};`).join('')],
    [
      'as hexadecimal HTML entities',
      [...key].map((character) => `&#x${character.codePointAt(0)?.toString(16)};`).join(''),
    ],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(key))],
    ['in a query, with + for a space', encodeURIComponent(key).replaceAll('%20', '+')],
    ['in JSON within a string', JSON.stringify({ key })],
    ['in JSON within JSON within a string', JSON.stringify({ nested: JSON.stringify({ key }) })],
    ['percent-encoded in HTML in JSON', JSON.stringify({ html: html(encodeURIComponent(key)) })],
  ];

  test.each(forms)('%s', async (_, form) => {
    const body = { status: { timestamp: 1, errorCode: 403, errorMessage: `The key ${form} is wrong.`, more: [form] } };
    const responses: [number, unknown, Record<string, string>][] = [
      [403, body, {}],
      [200, [form], {}],
      [200, `${form}`, {}],
      [500, `<p>${form}</p>`, { 'x-request-id': encodeURIComponent(form) }],
    ];
    for (const [status, content, headers] of responses) {
      const fetch = fakeFetch({ status, body: content, headers });
      const giftoin = createGiftoinClient({ apiKey: key, fetch, retries: 0 });
      const error = await catchError(giftoin.listCollectionChallengeProgress(user));
      const text = inspectAll(error) + String((error as Error).stack);
      expect(text).toContain('[API key]');
      expect(text).not.toMatch(/quotes/);
    }
    const giftoin = createGiftoinClient({ apiKey: key, fetch: fakeFetch({ body: [form] }), responseValidation: 'off' });
    expect(JSON.stringify(await giftoin.listCollectionChallengeProgress(user))).not.toMatch(/quotes/);
  });
});

describe('keeps the property names of a response if the API key is a word of the contract', () => {
  test.each(['collectedCount', 'description', 'duration', 'Winter Challenge', 'id', 'status', 'errorMessage', 'e'])(
    '%s',
    async (key) => {
      const giftoin = createGiftoinClient({ apiKey: key, fetch: fakeFetch('providerPage', 'notFound') });
      const [program] = await giftoin.listCollectionChallengeProgress(user);
      const [expected] = fixtures.listCollectionChallengeProgress.providerPage;
      expect(Object.keys(program ?? {})).toEqual(Object.keys(expected ?? {}));
      expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
        kind: 'notFound',
        errorCode: 404,
        body: { status: { errorCode: 404 } },
      });
    },
  );
});
