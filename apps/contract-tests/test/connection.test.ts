/** How the suite reaches a server: base path, headers, proxies, certificates, HTTP/2. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCertificates } from './certificates.ts';
import { key, startFixtureServer } from './fixture-server.ts';
import { startGateway, startHttp2Server, startProxy, startTlsServer } from './front-servers.ts';
import { fast, runCli } from './run-cli.ts';

const good = await startFixtureServer();
const certificates = await createCertificates();
const { ca, server, client } = certificates;
const folder = await mkdtemp(join(tmpdir(), 'giftoin-contract-'));
afterAll(async () => {
  await good[Symbol.asyncDispose]();
  await certificates.remove();
  await rm(folder, { recursive: true });
});

const withKey = ['--key', key, ...fast];
/** Enough to see that requests reach the server. */
const short = [...withKey, '--only', '/valid-key/'];

test('checks a server with a base path, malformed paths included, and repeats requests with it', async () => {
  await using gateway = await startGateway(good.url, ({ url = '' }) =>
    url.startsWith('/giftoin%2Fv/api/') ? url.slice('/giftoin%2Fv'.length) : undefined,
  );
  const file = join(folder, 'report.json');
  const { code, out, err } = await runCli(['--url', `${gateway.url}/giftoin%2Fv/`, '--json', file, ...withKey]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`Contract checks against ${gateway.url}/giftoin%2Fv\n`);
  expect(JSON.parse(await readFile(file, 'utf8')).url).toBe(`${gateway.url}/giftoin%2Fv`);
});

test('a finding behind a gateway has a command with the base path and variables for the headers', async () => {
  await using broken = await startFixtureServer({
    change: (response, { headers }) => ({ ...response, body: `${response.body}${headers.authorization}` }),
  });
  await using gateway = await startGateway(broken.url, ({ url = '' }) => url.replace(/^\/base/, ''));
  const { out } = await runCli(
    ['--url', `${gateway.url}/base`, '--header', 'X-Tenant-Token: s3cret-tenant-token', ...short],
    {
      GIFTOIN_BASIC_AUTH: 'anna:pass-word',
    },
  );
  expect(out).toContain(
    `curl -i --path-as-is -H "x-tenant-token: $GIFTOIN_HEADER_X_TENANT_TOKEN" ` +
      `-H "authorization: $GIFTOIN_HEADER_AUTHORIZATION" -H "x-gft-api-key: $GIFTOIN_API_KEY" '${gateway.url}/base/api/v1/`,
  );
  expect(out).toContain('$GIFTOIN_HEADER_AUTHORIZATION');
  for (const secret of ['s3cret-tenant-token', 'pass-word', btoa('anna:pass-word')]) expect(out).not.toContain(secret);
});

test.each<[string, readonly string[], NodeJS.ProcessEnv]>([
  ['flags', ['--header', 'X-One: 1', '--header', 'x-two:two: 2', '--basic-auth', 'anna:pass:word'], {}],
  ['a file', ['--header', '@FILE'], { GIFTOIN_BASIC_AUTH: 'anna:pass:word' }],
  [
    'variables',
    [],
    { GIFTOIN_HEADER_X_ONE: '1', GIFTOIN_HEADER_X_TWO: 'two: 2', GIFTOIN_BASIC_AUTH: 'anna:pass:word' },
  ],
])(
  'sends headers from %s with every request, also where a check sends one with the same name',
  async (_, args, environment) => {
    const file = join(folder, 'headers.txt');
    await writeFile(file, '# For the gateway\r\nX-One: 1\r\n\nX-Two:two: 2\n');
    await using gateway = await startGateway(good.url, ({ url, headers }) =>
      [headers['x-one'], headers['x-two'], headers.authorization].join('|') ===
      `1|two: 2|Basic ${btoa('anna:pass:word')}`
        ? url
        : undefined,
    );
    const given = args.map((arg) => arg.replace('FILE', file));
    const { code, err } = await runCli(
      ['--url', gateway.url, ...given, ...withKey, '--only', '/key-in-other-headers'],
      environment,
    );
    expect([code, err]).toEqual([0, '']);
  },
);

test('checks an https server with a CA file and a client certificate', async () => {
  const options = { ...server, ca: ca.cert, requestCert: true, rejectUnauthorized: true };
  await using secure = await startTlsServer(options, good.url);
  const files = ['--ca', ca.certFile, '--client-cert', client.certFile, '--client-key', client.keyFile];
  expect(await runCli(['--url', secure.url, ...files, ...withKey])).toMatchObject({ code: 0, err: '' });
});

test.each([
  [[server.certFile], 'The client key cannot be used'],
  [[server.keyFile], 'The client certificate cannot be used'],
  [[server.certFile, '--client-key', client.keyFile], 'The client key does not belong to the client certificate.'],
])('says what is wrong with a client certificate: %j', async (args, problem) => {
  const { code, err } = await runCli(['--url', good.url, '--client-cert', ...args, ...short]);
  expect([code, err.startsWith(`giftoin-contract-tests: ${problem}`)]).toEqual([2, true]);
});

test('--insecure accepts any certificate', async () => {
  await using secure = await startTlsServer(certificates.expired, good.url);
  expect(await runCli(['--url', secure.url, '--insecure', ...short])).toMatchObject({ code: 0, err: '' });
});

test.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])(
  'sends all requests to an https server through the proxy in %s',
  async (variable) => {
    await using secure = await startTlsServer(server, good.url);
    await using proxy = await startProxy(`Basic ${btoa('anna:pass word')}`);
    const url = proxy.url.replace('//', '//anna:pass%20word@');
    const { code, out, err } = await runCli(['--url', secure.url, '--ca', ca.certFile, ...short], { [variable]: url });
    expect([code, err]).toEqual([0, '']);
    expect(new Set(proxy.requests)).toEqual(new Set([`CONNECT 127.0.0.1:${secure.port}`]));
    expect(out).not.toMatch(/pass.*word|anna/);
  },
);

test.each(['HTTP_PROXY', 'http_proxy'])(
  'sends all requests to an http server through the proxy in %s',
  async (variable) => {
    await using proxy = await startProxy();
    const { code, err } = await runCli(['--url', good.url, ...withKey], { [variable]: proxy.url });
    expect([code, err]).toEqual([0, '']);
    expect(new Set(proxy.requests)).toEqual(new Set([`GET ${good.url}`]));
  },
);

test.each(['*', '127.0.0.1', 'a.example, 127.0.0.0/8'])(
  'sends no request through the proxy if NO_PROXY is %s',
  async (list) => {
    await using proxy = await startProxy();
    const { code } = await runCli(['--url', good.url, ...short], { HTTP_PROXY: proxy.url, no_proxy: list });
    expect([code, proxy.requests]).toEqual([0, []]);
  },
);

test('checks an https server that accepts only HTTP/2', async () => {
  await using http2 = await startHttp2Server(server, good.url);
  expect(await runCli(['--url', http2.url, '--ca', ca.certFile, ...withKey])).toMatchObject({ code: 0, err: '' });
});

test('checks an http server that accepts only HTTP/2', async () => {
  await using http2 = await startHttp2Server(undefined, good.url);
  expect(await runCli(['--url', http2.url, ...short])).toMatchObject({ code: 0, err: '' });
});

test('checks a server that accepts only HTTP/2 through a proxy', async () => {
  await using http2 = await startHttp2Server(server, good.url);
  await using proxy = await startProxy();
  const { code } = await runCli(['--url', http2.url, '--ca', ca.certFile, ...short], { HTTPS_PROXY: proxy.url });
  expect([code, proxy.requests.length > 0]).toEqual([0, true]);
});
