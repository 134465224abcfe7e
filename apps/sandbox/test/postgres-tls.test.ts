import { type Postgres, startPostgres } from '@giftoin/postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPostgresEngine } from '../src/database/postgres-engine.ts';
import { type Certificates, createCertificates } from './create-certificates.ts';
import { startCutProxy } from './cut-proxy.ts';

const password = '100% of: a/b?c#d@e';
let certificates: Certificates;
let withTls: Postgres;
let withoutTls: Postgres;
beforeAll(async () => {
  certificates = await createCertificates();
  // The user `tester` needs a password and, if the server has TLS, a connection with it.
  const admin = 'host all postgres 127.0.0.1/32 trust';
  withTls = await startPostgres({
    tls: certificates,
    access: [admin, 'hostssl all tester 127.0.0.1/32 scram-sha-256'],
  });
  withoutTls = await startPostgres({ access: [admin, 'host all tester 127.0.0.1/32 scram-sha-256'] });
  for (const { url } of [withTls, withoutTls]) {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(`create role tester login password '${password}'`);
    await client.end();
  }
}, 180_000);
afterAll(async () => {
  await withTls?.remove();
  await withoutTls?.remove();
  await certificates?.remove();
});

/** Connects as `tester`. Returns whether the connection has TLS. */
async function connect({ url }: Postgres, parameters: string, host = '127.0.0.1'): Promise<boolean> {
  const { port } = new URL(url);
  return connectTo(`${host}:${port}`, parameters);
}

async function connectTo(address: string, parameters: string): Promise<boolean> {
  const files = parameters.replace('ROOT', certificates.root).replace('OTHER', certificates.otherRoot);
  const engine = createPostgresEngine(`postgres://tester:${encodeURIComponent(password)}@${address}/postgres?${files}`);
  try {
    const [row] = await engine.query('select ssl::int as tls from pg_stat_ssl where pid = pg_backend_pid()');
    return String(row?.tls) === '1';
  } finally {
    await engine.close();
  }
}

describe('a server that requires TLS', () => {
  test.each([
    '',
    'sslmode=allow',
    'sslmode=prefer',
    'sslmode=require',
    'sslmode=no-verify',
    'sslmode=require&channel_binding=prefer',
    'sslmode=require&channel_binding=require',
    'sslmode=require&sslrootcert=ROOT',
    'sslmode=verify-ca&sslrootcert=ROOT',
  ])('accepts %s', async (parameters) => {
    expect(await connect(withTls, parameters)).toBe(true);
  });

  test('accepts verify-full with the host name of the certificate, and no other', async () => {
    expect(await connect(withTls, 'sslmode=verify-full&sslrootcert=ROOT', 'localhost')).toBe(true);
    await expect(connect(withTls, 'sslmode=verify-full&sslrootcert=ROOT')).rejects.toThrow('does not match');
  });

  test.each([
    ['sslmode=disable', 'The database is unavailable: no pg_hba.conf entry for host'],
    ['sslmode=verify-ca&sslrootcert=OTHER', 'The database is unavailable: unable to verify'],
    ['sslmode=require&sslrootcert=OTHER', 'The database is unavailable: unable to verify'],
    ['sslmode=verify-full', 'The database is unavailable: unable to verify'],
  ])('is refused, or refuses, with %s', async (parameters, message) => {
    await expect(connect(withTls, parameters, 'localhost')).rejects.toThrow(message);
  });
});

describe('a server without TLS', () => {
  test.each(['', 'sslmode=disable', 'sslmode=allow', 'sslmode=prefer', 'channel_binding=prefer'])(
    'accepts %s',
    async (parameters) => {
      expect(await connect(withoutTls, parameters)).toBe(false);
    },
  );

  test.each([
    ['sslmode=require', 'The database is unavailable: The server does not support SSL connections'],
    ['sslmode=verify-full', 'The database is unavailable: The server does not support SSL connections'],
    ['channel_binding=require', 'The database is unavailable: The server does not support channel binding'],
  ])('is refused with %s', async (parameters, message) => {
    await expect(connect(withoutTls, parameters)).rejects.toThrow(message);
  });
});

test('connects to an IPv6 address', async () => {
  const proxy = await startCutProxy(Number(new URL(withoutTls.url).port), '::1');
  expect(await connectTo(`[::1]:${proxy.port}`, '')).toBe(false);
  await proxy.close();
});
