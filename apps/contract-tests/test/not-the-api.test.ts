/** What the suite says if something else than the API responds, or nothing does. */
import type { RequestListener } from 'node:http';
import { endpoints } from '@giftoin/types';
import { afterAll, expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';
import { createCertificates } from './certificates.ts';
import { createJsonResponse, key, startFixtureServer } from './fixture-server.ts';
import { createForeignListener, foreignResponses } from './foreign-responses.ts';
import { startGateway, startHttpServer, startProxy, startRawTcpServer, startTlsServer } from './front-servers.ts';

const good = await startFixtureServer();
const certificates = await createCertificates();
const { ca, server } = certificates;
afterAll(async () => {
  await good[Symbol.asyncDispose]();
  await certificates.remove();
});

/** Returns the message with which a run fails. */
async function fail(options: Partial<Parameters<typeof checkContract>[0]> & { readonly url: string }): Promise<string> {
  const { name, message } = await checkContract({ key, rate: Infinity, ...options }).then(
    () => ({ name: 'no error', message: '' }),
    (error: Error) => error,
  );
  expect(name).toBe('CouldNotRunError');
  return message;
}

test.each(foreignResponses)(
  'says whose response it looks like and what to do after few requests: $name',
  async (foreign) => {
    let requests = 0;
    let path = '';
    const listener = createForeignListener(foreign);
    await using front = await startHttpServer((request, out) => {
      requests += 1;
      path = request.url ?? '';
      listener(request, out);
    });
    const description = foreign.description
      .replace('HTTPS', front.url.replace('http:', 'https:'))
      .replace('ORIGIN', front.url);
    const message = await fail({ url: front.url });
    expect(message.replace(/(paths start with) \/api\/v1\/.*/, '$1 /START').replace(path, '/PATH')).toBe(
      `This is not the API speaking. ${front.url} ${description}`,
    );
    // One for each header of each operation, and one to make sure.
    expect(requests).toBeLessThanOrEqual(3 * Object.keys(endpoints).length + 1);
  },
);

test('checks a server whose successes only are foreign, because its errors are from the API', async () => {
  await using front = await startFixtureServer({
    change: (response) =>
      response.status === 200 ? { status: 302, headers: { location: '/login' }, body: '' } : response,
  });
  const { findings } = await checkContract({ url: front.url, key, rate: Infinity, only: '/valid-key/' });
  expect(findings.map(({ code }) => code)).toContain('unexpected-status');
});

test('says that the credentials are rejected if there were some', async () => {
  await using front = await startHttpServer((_, out) => out.writeHead(401, { 'www-authenticate': 'Basic' }).end());
  expect(await fail({ url: front.url, headers: { authorization: 'Basic wrong' } })).toBe(
    `This is not the API speaking. ${front.url} returns 401 with an empty body, which looks like the login of a gateway. ` +
      'It rejects the Authorization header that was sent. Check --basic-auth, --header and their variables.',
  );
});

test('names the base path that the server does not have', async () => {
  await using gateway = await startGateway(good.url, ({ url = '' }) =>
    url.startsWith('/base/') ? url.slice(5) : undefined,
  );
  const message = await fail({ url: `${gateway.url}/other` });
  expect(message).toContain(
    `This is not the API speaking. ${gateway.url}/other returns 404 with text/html, which looks like a server that does not have ` +
      'the paths of the API. Check --url: with it, the paths start with /other/api/v1/',
  );
});

const trust =
  'Pass the certificate of its authority with --ca FILE or NODE_EXTRA_CA_CERTS, or --insecure to accept any certificate.';

test.each([
  ['selfSigned', `is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT). ${trust}`],
  [
    'server',
    `is signed by an authority that is not trusted, or the server does not send the whole chain (UNABLE_TO_VERIFY_LEAF_SIGNATURE). ${trust}`,
  ],
] as const)('names the flag and the variable that trust the certificate: %s', async (name, problem) => {
  await using secure = await startTlsServer(certificates[name], good.url);
  expect(await fail({ url: secure.url })).toBe(`The certificate of ${secure.url} ${problem}`);
});

test.each([
  ['expired', 'has expired (CERT_HAS_EXPIRED). Renew it, or pass --insecure to accept any certificate.'],
  [
    'otherHost',
    'is for DNS:api.example.com (ERR_TLS_CERT_ALTNAME_INVALID). Pass that host in --url, or --insecure to accept any certificate.',
  ],
] as const)('names what to do about a certificate that no authority can mend: %s', async (name, problem) => {
  await using secure = await startTlsServer(certificates[name], good.url);
  expect(await fail({ url: secure.url, ca: ca.cert })).toBe(`The certificate of ${secure.url} ${problem}`);
});

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'names the flags of a client certificate that a %s server requires',
  async (version) => {
    const options = { ...server, ca: ca.cert, requestCert: true, rejectUnauthorized: true, maxVersion: version };
    await using secure = await startTlsServer(options, good.url);
    expect(await fail({ url: secure.url, ca: ca.cert })).toMatch(
      /\. The server requires a client certificate that it knows\. Pass it with --client-cert FILE and --client-key FILE\.$/,
    );
  },
);

test('recognises http to a port for https', async () => {
  await using secure = await startTlsServer(server, good.url);
  const url = secure.url.replace('https:', 'http:');
  expect(await fail({ url })).toBe(`${url} speaks TLS on this port. Pass --url ${secure.url}.`);
});

test('recognises https to a port for http', async () => {
  const url = good.url.replace('http:', 'https:');
  expect(await fail({ url })).toBe(
    `${url} does not speak TLS on this port. Pass --url ${good.url}, or the port for https.`,
  );
});

test('recognises https to a port that closes the connection', async () => {
  await using closing = await startRawTcpServer('');
  const url = closing.url.replace('http:', 'https:');
  expect(await fail({ url })).toBe(
    `${url} closes the connection during the TLS handshake (ECONNRESET). Check the port, or pass http instead of https in --url.`,
  );
});

test('checks a server with other JSON in its successes only, because its errors are from the API', async () => {
  await using front = await startFixtureServer({
    change: (response) => (response.status === 200 ? createJsonResponse(200, { items: [] }) : response),
  });
  const { findings } = await checkContract({ url: front.url, key, rate: Infinity, only: '/valid-key/' });
  expect(findings.map(({ code }) => code)).toContain('type');
});

test('recognises a port that does not speak HTTP', async () => {
  await using ssh = await startRawTcpServer('SSH-2.0-OpenSSH_9.6\r\n');
  expect(await fail({ url: ssh.url })).toBe(
    `No response from ${ssh.url}: HPE_INVALID_CONSTANT. It is not HTTP. Check the port in --url.`,
  );
});

test('names the proxy variables if a proxy requires a login', async () => {
  await using proxy = await startProxy('Basic unknown');
  await using secure = await startTlsServer(server, good.url);
  expect(await fail({ url: secure.url, ca: ca.cert, proxy: proxy.url })).toBe(
    `No response from ${secure.url}: the proxy returned 407 to CONNECT 127.0.0.1:${secure.port}. ` +
      'Put USER:PASSWORD@ into HTTPS_PROXY or HTTP_PROXY.',
  );
  expect(await fail({ url: good.url, proxy: proxy.url })).toBe(
    `This is not the API speaking. ${good.url} returns 407 with an empty body, which looks like a proxy that requires a login. ` +
      'Put USER:PASSWORD@ into HTTPS_PROXY or HTTP_PROXY.',
  );
});

test('names the proxy if it is not reachable', async () => {
  expect(await fail({ url: 'https://api.example.com', proxy: 'http://anna:secret@127.0.0.1:1' })).toBe(
    'No response from https://api.example.com: the proxy is not reachable: ECONNREFUSED. ' +
      'Check HTTPS_PROXY and HTTP_PROXY, or list the host in NO_PROXY.',
  );
});

test('says what of an unreadable response is wrong, and what to do', async () => {
  const listener: RequestListener = (_, out) => {
    out
      .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip,gzip,gzip,gzip,gzip' })
      .end('[]');
  };
  await using encoded = await startHttpServer(listener);
  expect(await fail({ url: encoded.url })).toBe(
    `The response of ${encoded.url} cannot be read: the body has more than 4 content encodings. Pass the --url of the API.`,
  );
  await using endless = await startHttpServer((_, out) => {
    out.writeHead(200, { 'content-type': 'application/json' }).write('[');
  });
  expect(await fail({ url: endless.url, timeout: 300 })).toBe(
    `No complete response from ${endless.url}: the response did not end within 0.3 s. ` +
      'Pass a longer --timeout if it is slow.',
  );
});
