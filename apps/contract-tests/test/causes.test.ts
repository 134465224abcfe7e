/** What a run says about one cause: what it is, and once. */
import { expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';
import { type FixtureResponse, type Hooks, key, startFixtureServer } from './fixture-server.ts';
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
