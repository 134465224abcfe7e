import { createCors, type Operation } from '@giftoin/http';
import { expect, test } from 'vitest';

const operations: Operation[] = [
  { operationId: 'listCards', method: 'get', path: '/cards', parameters: [], apiKeyHeaders: ['Gft-Api-Key'] },
];
const preflight = { origin: 'https://a.example', 'access-control-request-method': 'GET' };

test('allows every origin, and every header and method that a preflight names', () => {
  const { createHeaders } = createCors(operations, { request: ['x-own'], response: ['x-read'] });
  const open = {
    vary: 'Origin',
    'access-control-allow-origin': 'https://a.example',
    'access-control-expose-headers': 'retry-after, date, location, allow, preference-applied, x-read',
  };
  const allowed = {
    ...open,
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': 'gft-api-key, content-type, prefer, x-own',
    'access-control-max-age': '600',
  };
  expect(createHeaders({ method: 'GET', headers: {} })).toEqual({});
  expect(createHeaders({ method: 'GET', headers: { origin: 'https://a.example' } })).toEqual(open);
  expect(createHeaders({ method: 'OPTIONS', headers: preflight })).toEqual(allowed);
  const traced = {
    ...preflight,
    'access-control-request-method': 'REPORT',
    'access-control-request-headers': 'gft-api-key,Traceparent, x-any ,,no/token',
  };
  expect(createHeaders({ method: 'OPTIONS', headers: traced })).toEqual({
    ...allowed,
    'access-control-allow-methods': 'GET, HEAD, OPTIONS, REPORT',
    'access-control-allow-headers': 'gft-api-key, content-type, prefer, x-own, traceparent, x-any',
  });
});

test('every page can read the errors of requests that have no origin', () => {
  const { createHeaders, protocolErrorHeaders } = createCors(operations);
  expect(createHeaders({ method: 'OPTIONS', headers: {} })).toMatchObject({ 'access-control-allow-origin': '*' });
  expect(protocolErrorHeaders).toEqual({ 'access-control-allow-origin': '*' });
});

test('allows a public page to reach a private network only if its preflight requests it', () => {
  const { createHeaders } = createCors(operations, { origins: ['https://a.example'] });
  const name = 'access-control-allow-private-network';
  const headers = { ...preflight, 'access-control-request-private-network': 'true' };
  expect(createHeaders({ method: 'OPTIONS', headers: preflight })).not.toHaveProperty(name);
  expect(createHeaders({ method: 'OPTIONS', headers })).toHaveProperty(name, 'true');
  expect(createHeaders({ method: 'GET', headers })).not.toHaveProperty(name);
  expect(createHeaders({ method: 'OPTIONS', headers: { ...headers, origin: 'https://b.example' } })).toEqual({
    vary: 'Origin',
  });
});

test.each([
  'https://a.example.b.example',
  'http://a.example',
  'https://a.example:8443',
  'null',
  'https://A.example',
  '',
])('does not allow the origin %j if only https://a.example is allowed', (origin) => {
  const { createHeaders } = createCors(operations, { origins: ['https://a.example'] });
  expect(createHeaders({ method: 'GET', headers: { origin } })).toEqual({ vary: 'Origin' });
  expect(createHeaders({ method: 'GET', headers: { origin: 'https://a.example' } })).toMatchObject({
    vary: 'Origin',
    'access-control-allow-origin': 'https://a.example',
  });
});
