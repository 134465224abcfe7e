/** `DATABASE_URL` as hosts of PostgreSQL show it: each part works, or is refused with its name. */
import { expect, test } from 'vitest';
import { parsePostgresUrl } from '../src/database/postgres-url.ts';

const defaults = {
  host: 'localhost',
  port: 5_432,
  user: 'u',
  password: undefined,
  database: 'd',
  applicationName: 'giftoin-sandbox',
  startupOptions: undefined,
  tls: [{ rejectUnauthorized: false }, false],
  channelBinding: 'disable',
  connectTimeout: 5_000,
  connectionLimit: 10,
  preparedStatements: false,
};

test.each([
  ['postgres://u@localhost/d', {}],
  ['postgresql://u:secret@db.example.com:6543/d', { host: 'db.example.com', port: 6_543, password: 'secret' }],
  ['postgres://u@[::1]/d', { host: '::1' }],
  ['postgres://u@[::1]:6543/d', { host: '::1', port: 6_543 }],
  ['postgres://u:100%25@localhost/d', { password: '100%' }],
  ['postgres://u:a%2Fb%3Fc%23d%40e%3Af@localhost/d', { password: 'a/b?c#d@e:f' }],
  ['postgres://u:p@ss:word@localhost/d', { password: 'p@ss:word' }],
  ['postgres://u:@localhost/d', { password: '' }],
  ['postgres://me%40here:p@localhost/my%20data', { user: 'me@here', password: 'p', database: 'my data' }],
  ['postgres://u@localhost', { database: 'u' }],
  ['postgres://u@localhost/?dbname=other', { database: 'other' }],
  ['postgres:///d?host=/var/run/postgresql&user=u', { host: '/var/run/postgresql' }],
  ['postgres://u:p@/d?host=/cloudsql/a:b:c', { host: '/cloudsql/a:b:c', password: 'p' }],
  ['postgres://u@%2Fvar%2Frun/d', { host: '/var/run' }],
  ['postgres://u@localhost/d?sslmode=disable', { tls: [false] }],
  ['postgres://u@localhost/d?sslmode=allow', { tls: [false, { rejectUnauthorized: false }] }],
  ['postgres://u@localhost/d?sslmode=prefer', {}],
  ['postgres://u@localhost/d?sslmode=require', { tls: [{ rejectUnauthorized: false }] }],
  ['postgres://u@localhost/d?sslmode=no-verify', { tls: [{ rejectUnauthorized: false }] }],
  ['postgres://u@localhost/d?sslmode=verify-full', { tls: [{ rejectUnauthorized: true }] }],
  ['postgres://u@localhost/d?sslmode=verify-full&sslrootcert=system', { tls: [{ rejectUnauthorized: true }] }],
  [
    'postgres://u@localhost/d?sslmode=verify-ca',
    { tls: [{ rejectUnauthorized: true, checkServerIdentity: expect.any(Function) }] },
  ],
  ['postgres://u@localhost/d?channel_binding=require', { channelBinding: 'require' }],
  ['postgres://u@localhost/d?pgbouncer=true&connection_limit=1', { connectionLimit: 1 }],
  ['postgres://u@localhost/d?statement_cache_size=0&target_session_attrs=any&gssencmode=disable', {}],
  [
    'postgres://u@localhost/d?connect_timeout=15&application_name=ci',
    { connectTimeout: 15_000, applicationName: 'ci' },
  ],
  ['postgres://u@localhost/d?options=endpoint%3Dep-cool', { startupOptions: 'endpoint=ep-cool' }],
  ['postgres://u@localhost/d?prepared_statements=true', { preparedStatements: true }],
  ['postgres://u@localhost/d?', {}],
])('%s is supported', (url, expected) => {
  expect(parsePostgresUrl(url)).toEqual({ ...defaults, ...expected });
});

test.each([
  ['mysql://u@localhost/d', 'not a PostgreSQL URL'],
  ['postgres:/u@localhost/d', 'not a PostgreSQL URL'],
  ['postgres://u:secret/word@localhost/d', '/ in the password as %2F'],
  ['postgres://u:100%@localhost/d', 'The password in DATABASE_URL has a % that is not followed'],
  ['postgres://u:a%zz@localhost/d', 'The password in DATABASE_URL has a % that is not followed'],
  ['postgres://u@localhost/100%', 'The database name in DATABASE_URL has a %'],
  ['postgres://u@one,two/d', 'The host in DATABASE_URL is not supported. Use one host'],
  ['postgres://u@one:1,two:2/d', 'The host in DATABASE_URL is not supported. Use one host'],
  ['postgres://u@::1/d', 'write an IPv6 address in brackets'],
  ['postgres://u@localhost:99999/d', 'DATABASE_URL has port=99999'],
  ['postgres://u@localhost/d?sslmode=maybe', 'DATABASE_URL has sslmode=maybe. Use one of disable, allow,'],
  ['postgres://u@localhost/d?sslmode=verify-ca&sslrootcert=/none.crt', 'DATABASE_URL has sslrootcert=/none.crt'],
  ['postgres://u@localhost/d?channel_binding=yes', 'DATABASE_URL has channel_binding=yes'],
  ['postgres://u@localhost/d?schema=public', 'the parameter schema'],
  ['postgres://u@localhost/d?connection_limit=0', 'DATABASE_URL has connection_limit=0'],
  ['postgres://u@localhost/d?target_session_attrs=read-only', 'the parameter target_session_attrs'],
  ['postgres://u@localhost/d?gssencmode=require', 'the parameter gssencmode'],
  ['postgres://u@localhost/d?sslcrl=x', 'the parameter sslcrl'],
  ['postgres://u@localhost/d?toString=x', 'the parameter toString'],
  ['postgres://u@localhost/d?sslmode=require&sslmode=disable', 'the parameter sslmode twice'],
])('%s is refused, without the password', (url, message) => {
  const parse = () => parsePostgresUrl(url);
  expect(parse).toThrow(message);
  expect(parse).not.toThrow('secret');
});
