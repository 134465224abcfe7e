/** What is read from recorded traffic, and what is found in it. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkTraffic } from '../src/index.ts';
import { key } from './fixture-server.ts';
import {
  changeBody,
  listPath,
  origin,
  type Recorded,
  record,
  toHar,
  toHarEntry,
  toLogLine,
  writeRecording,
} from './recordings.ts';

const list = await record(listPath);
const single = await record(`${listPath}/program_123`);
const unknown = await record(`${listPath}/no-such-program`);
const options = { origins: [origin] };

/** A response with a percentage that is not rounded down. */
const broken = changeBody(list, (body) => body.replace(/"progressInPercentage":\d+/, '"progressInPercentage":99'));

async function checkHar(entries: readonly object[], name = 'recording.har') {
  return checkTraffic({ ...options, files: [await writeRecording(name, toHar(entries))] });
}

test('finds nothing in the responses of a conforming server, in a HAR file and in a log', async () => {
  const all = [list, single, unknown];
  const files = [
    await writeRecording('a.har', toHar(all.map((each) => toHarEntry(each)))),
    await writeRecording(
      'b.ndjson',
      all.map((each) => toLogLine(each)),
    ),
  ];
  const { findings, operations, traffic, ended } = await checkTraffic({ ...options, files });
  expect(findings).toEqual([]);
  expect(ended).toBeUndefined();
  expect(traffic).toMatchObject({ exchanges: 6, checked: 6, ofOtherOrigins: 0, withoutBody: 0, malformed: 0 });
  // The document can have further operations, which were not recorded.
  expect(operations.filter(({ outcome }) => outcome === 'checked')).toHaveLength(2);
});

test('finds the same in every format', async () => {
  const har = toHar([toHarEntry(broken)]);
  const files = [
    await writeRecording('c.har', har),
    await writeRecording('c.json', `\u{feff}${JSON.stringify(JSON.parse(har), null, 2)}`),
    await writeRecording('c.har.gz', gzipSync(har)),
    await writeRecording('c.ndjson', [toLogLine(broken)]),
    await writeRecording('c.log.gz', gzipSync(JSON.stringify(toLogLine(broken)))),
    await writeRecording('c.parsed.ndjson', [
      { ...toLogLine(broken), response: { ...broken, body: JSON.parse(broken.body) } },
    ]),
  ];
  for (const file of files) {
    const { findings } = await checkTraffic({ ...options, files: [file] });
    expect(findings.map(({ code, times }) => [file, code, times])).toEqual([[file, 'percentage-not-rounded-down', 1]]);
  }
});

test('reads base64 bodies, and checks status and headers only if there is no body', async () => {
  const base64 = {
    size: 1,
    mimeType: 'application/json',
    encoding: 'base64',
    text: btoa(unescape(encodeURIComponent(broken.body))),
  };
  const { findings, traffic, checks } = await checkHar([
    toHarEntry(broken, { content: base64 }),
    toHarEntry(broken, { content: { size: 5_000, mimeType: 'application/json' } }),
    toHarEntry(broken, { content: { size: 0, mimeType: 'x-unknown' }, response: { headers: [], bodySize: 900 } }),
  ]);
  expect(findings.map(({ code, times }) => [code, times])).toEqual([['percentage-not-rounded-down', 1]]);
  expect(traffic).toMatchObject({ checked: 3, withoutBody: 2 });
  expect(checks.find(({ id }) => id === 'responses/no-server-error')?.outcome).toBe('passed');
});

test('does not check what is no whole response of an operation, and counts it', async () => {
  const conditional = { name: 'If-None-Match', value: '"a"' };
  const { findings, traffic } = await checkHar([
    toHarEntry(list),
    toHarEntry({ ...list, status: 0, body: '' }, { response: { status: 0, headers: [] } }),
    toHarEntry({ ...list, status: 304, body: '' }, { requestHeaders: [conditional] }),
    toHarEntry(list, { url: 'https://cdn.example.com/card.png' }),
    toHarEntry(list, { url: 'https://cdn.example.com/card.png' }),
    toHarEntry(list, { url: 'data:image/png;base64,AAAA' }),
    toHarEntry(list, { url: `${origin}/health?token=secret` }),
  ]);
  expect(findings).toEqual([]);
  expect(traffic).toMatchObject({
    exchanges: 7,
    checked: 1,
    withoutResponse: 1,
    conditional: 1,
    ofOtherOrigins: 3,
    otherOrigins: [
      { origin: 'https://cdn.example.com', exchanges: 2 },
      { origin: 'null', exchanges: 1 },
    ],
    ofNoOperation: 1,
    unknownRequests: ['GET /health'],
  });
});

test('an origin can have a base path, and a log can have only the path', async () => {
  const files = [
    await writeRecording('base.ndjson', [
      toLogLine(broken, `https://other.example.com/giftoin${listPath}`),
      toLogLine(broken, `/giftoin${listPath}?language=en`),
      toLogLine(broken, `https://other.example.com${listPath}`),
    ]),
  ];
  const report = await checkTraffic({ files, origins: ['https://other.example.com/giftoin'] });
  expect(report.traffic).toMatchObject({ checked: 2, ofOtherOrigins: 1 });
  expect(report.findings[0]?.request).toContain(`'https://other.example.com/giftoin${listPath}'`);
});

test('names the file and the place of what cannot be read, and checks the rest', async () => {
  const line = JSON.stringify(toLogLine(list));
  const lines = [
    line,
    '{"request":',
    '',
    '[1]',
    '{"request":{"url":"x"}}',
    '{"request":{"url":"/a"},"response":{"status":"200"}}',
    line,
  ];
  const har = toHar([toHarEntry(list), { request: {} }, toHarEntry(list)]);
  const files = [
    await writeRecording('bad.ndjson', lines.join('\r\n')),
    await writeRecording('bad.har', har),
    await writeRecording('cut.har', har.slice(0, -500)),
    await writeRecording('empty.har', '{"log":{}}'),
  ];
  const { traffic, ended } = await checkTraffic({ ...options, files });
  const places = traffic?.malformedPlaces.map(({ file, place, reason }) => [file.split('/').at(-1), place, reason]);
  expect(places).toEqual([
    ['bad.ndjson', 'line 2', 'is not JSON'],
    ['bad.ndjson', 'line 4', 'is not a JSON object'],
    ['bad.ndjson', 'line 5', 'has no "request.url" that is an absolute URL or a path'],
    ['bad.ndjson', 'line 6', 'has no "response.status" that is a status code'],
    ['bad.har', 'entry 2', 'has no "request.method"'],
    ['cut.har', 'entry 2', 'has no "request.method"'],
    ['cut.har', 'after entry 2', 'cannot be read: the file is not complete JSON'],
    ['empty.har', 'the file', 'has no entries in "log.entries"'],
  ]);
  expect(traffic).toMatchObject({ checked: 5, malformed: 8 });
  expect(ended).toBe('8 places could not be read');
});

test('counts all responses with a violation, and keeps a few', async () => {
  const entries = Array.from({ length: 50 }, (_, index) =>
    toHarEntry(broken, { url: `${origin}${listPath}?page=${index}` }),
  );
  const { findings } = await checkHar(entries);
  expect(findings.map(({ times, otherRequests }) => [times, otherRequests.length])).toEqual([[50, 3]]);
});

test('a response that repeats the key is a finding, and no report has the key', async () => {
  const leaking: Recorded = {
    ...unknown,
    body: JSON.stringify({ status: { timestamp: Date.now(), errorCode: 404, errorMessage: `${key} is not ours` } }),
  };
  const report = await checkHar([
    toHarEntry(leaking, {
      url: `${origin}${unknown.path}?api_key=${key}&session=topsecret1`,
      requestHeaders: [{ name: 'Cookie', value: 'sid=topsecret2' }],
    }),
    // The key of another client, as a cache returns it.
    toHarEntry({ ...broken, body: broken.body.replace('"name":"', `"name":"${key}topsecret2`) }),
  ]);
  expect(report.findings.map(({ code }) => code)).toContain('api-key-in-body');
  const text = JSON.stringify(report);
  expect([key, 'topsecret1'].filter((secret) => text.includes(secret))).toEqual([]);
});

test('reads a text that is larger than an entry may be, without keeping it', async () => {
  const { traffic, findings } = await checkHar([
    toHarEntry(broken, { content: { size: 40_000_000, mimeType: 'image/png', text: 'A'.repeat(40_000_000) } }),
    toHarEntry(list),
  ]);
  expect(findings).toEqual([]);
  expect(traffic).toMatchObject({ checked: 2, tooLarge: 1 });
});
