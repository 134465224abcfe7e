/** What a run says about one cause: what it is, and once. */
import { expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';
import { createErrorResponse, type FixtureResponse, type Hooks, key, startFixtureServer } from './fixture-server.ts';
import { fast, runCli } from './run-cli.ts';

/** Runs the suite, and returns the findings. */
async function findAll(hooks: Hooks, only?: string) {
  await using server = await startFixtureServer(hooks);
  const { findings } = await checkContract({ url: server.url, key, rate: Infinity, seed: 1, only });
  return findings;
}

const isSuccess = ({ status }: FixtureResponse) => status === 200;

test.each([
  ['in capitals', (name: string) => name === name.toUpperCase(), 'only in one case, as in X-GFT_API_KEY'],
  ['in lower case', (name: string) => name === name.toLowerCase(), 'only in lower case'],
])('says that a server reads header names only %s', async (_, isRead, cause) => {
  const findings = await findAll(
    {
      change: (response, { rawHeaders }) => {
        const names = rawHeaders.filter((name, index) => index % 2 === 0 && /gft/i.test(name));
        return isSuccess(response) && !names.some(isRead) ? createUnauthorized(1002) : response;
      },
    },
    '/valid-key/',
  );
  expect(findings.map(({ likelyCause }) => likelyCause)).toEqual([expect.stringContaining(cause)]);
});

function createUnauthorized(errorCode: number): FixtureResponse {
  const body = { status: { timestamp: Date.now(), errorCode, errorMessage: 'No.' } };
  return { status: 401, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

test('exits with 2 if the program of --program is not visible, and names one that is', async () => {
  await using server = await startFixtureServer();
  const run = (program: string) => runCli(['--url', server.url, '--key', key, '--program', program, ...fast]);
  const hidden = await run('no-such-program');
  expect(hidden.code).toBe(2);
  expect(hidden.err).toMatch(
    /The program "no-such-program" of --program is not visible .* returned 404.*--program \w+/,
  );
  const malformed = await run('not a program');
  expect(malformed.code).toBe(2);
  expect(malformed.err).toContain('is not a well-formed ID: its URL returned 400');
});

test('says how many bytes are missing if a response is cut off', async () => {
  const findings = await findAll(
    {
      send: (out, response) => {
        const body = Buffer.from(response.body);
        out.writeHead(response.status, { ...response.headers, 'content-length': body.length });
        if (!isSuccess(response)) return void out.end(body);
        out.write(body.subarray(0, -1), () => out.destroy());
      },
    },
    '/valid-key/',
  );
  expect(findings.map(({ code }) => code)).toEqual(['response-incomplete']);
  expect(findings[0]?.message).toMatch(/is cut off: it has \d+ bytes, 1 byte fewer than its Content-Length/);
});

test('says that a body is cut off if only the end of its JSON is missing', async () => {
  const findings = await findAll(
    {
      change: (response) =>
        isSuccess(response) ? { ...response, body: Buffer.from(response.body).subarray(0, -1) } : response,
    },
    '/valid-key/',
  );
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The body, \d+ bytes that start with "\[", is cut off: the end of the JSON is missing\.$/),
  ]);
});

/** Changes the JSON of the responses that have a status code. Of successes, only those with programs. */
function changeJson(statuses: readonly number[], change: (json: never) => unknown): Required<Pick<Hooks, 'change'>> {
  return {
    change: (response, { url = '' }) =>
      statuses.includes(response.status) && (response.status >= 400 || url.includes('/progress/'))
        ? { ...response, body: JSON.stringify(change(JSON.parse(String(response.body)) as never)) }
        : response,
  };
}

const errors = [400, 401, 404];

test.each<[title: string, hooks: Hooks, code: string, cause: string | undefined]>([
  [
    '422 instead of 400',
    { change: (response) => (response.status === 400 ? createErrorResponse(422) : response) },
    'unexpected-status',
    'The server returns 422 for every request that should lead to 400.',
  ],
  [
    '403 instead of 401',
    { change: (response) => (response.status === 401 ? createErrorResponse(403) : response) },
    'unexpected-status',
    'The server returns 403 for every request that should lead to 401.',
  ],
  [
    'a byte order mark',
    { change: (response) => ({ ...response, body: `\ufeff${response.body}` }) },
    'byte-order-mark',
    undefined,
  ],
  [
    'an error code that is a string',
    changeJson(errors, ({ status }: { status: { errorCode: number } }) => ({
      status: { ...status, errorCode: String(status.errorCode) },
    })),
    'type',
    undefined,
  ],
  [
    'errors without an error code',
    changeJson(errors, ({ status }: { status: object }) => ({ status: { ...status, errorCode: undefined } })),
    'required',
    undefined,
  ],
  [
    'the error code 401',
    changeJson([401], ({ status }: { status: object }) => ({ status: { ...status, errorCode: 401 } })),
    'error-code-mismatch',
    undefined,
  ],
  [
    'percentages that are strings',
    changeJson([200], (body: object | object[]) => {
      const items = [body].flat().map((item) => {
        const { progressInPercentage } = item as { progressInPercentage: number };
        return { ...item, progressInPercentage: `${progressInPercentage}` };
      });
      return Array.isArray(body) ? items : items[0];
    }),
    'type',
    undefined,
  ],
])('reports %s as one finding', async (_, hooks, code, cause) => {
  const findings = await findAll(hooks);
  expect(findings.map((finding) => [finding.code, finding.likelyCause])).toEqual([[code, cause]]);
});

test('reports a server that goes back and forth once, and holds what it cannot compare', async () => {
  let count = 0;
  const flip = changeJson([200], (body: object | object[]) => {
    count += 1;
    return Array.isArray(body)
      ? body.map((item: object) => ({ ...item, name: `${count % 2}` }))
      : { ...body, name: '0' };
  });
  await using server = await startFixtureServer(flip);
  const report = await checkContract({ url: server.url, key, rate: Infinity, seed: 1 });
  expect(report.findings.map(({ code }) => code)).toEqual(['repeat-differs']);
  expect(report.findings[0]?.message).toMatch(/^The response to the same request has changed \d times in 7 requests\./);
  const held = report.checks.filter(({ reason = '' }) => reason.startsWith('the same request gets different'));
  expect(held.map(({ id }) => id)).toContain('listCollectionChallengeProgress/unknown-headers');
});

test('says that a router ignores a slash at the end of a path', async () => {
  await using target = await startFixtureServer();
  await using server = await startFixtureServer({
    send: async (out, response, { url = '' }) => {
      if (!url.endsWith('/')) return void out.writeHead(response.status, response.headers).end(response.body);
      const list = await fetch(target.url + url.slice(0, -1), { headers: { 'gft-api-key': key } });
      out.writeHead(list.status, { 'content-type': 'application/json' }).end(await list.text());
    },
  });
  const { findings } = await checkContract({ url: server.url, key, rate: Infinity, seed: 1, only: '/malformed/' });
  expect(findings.map(({ likelyCause }) => likelyCause)).toEqual([
    'The router ignores a slash at the end of a path, so that the request without an ID gets the list.',
  ]);
});
