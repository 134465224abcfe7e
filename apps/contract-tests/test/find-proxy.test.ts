import { expect, test } from 'vitest';
import { findProxy } from '../src/connection/find-proxy.ts';

const proxy = 'http://proxy.example:3128';

test.each<[string, string, boolean]>([
  ['https://api.example.com', '', true],
  ['https://api.example.com', '*', false],
  ['https://api.example.com', 'example.com', false],
  ['https://api.example.com', '.example.com', false],
  ['https://api.example.com', '*.example.com', false],
  ['https://example.com', '.example.com', false],
  ['https://api.example.com', 'other.com, API.EXAMPLE.COM.', false],
  ['https://api.example.com', 'other.com api.example.com', false],
  ['https://notexample.com', 'example.com', true],
  ['https://api.example.com', 'api.example.com:443', false],
  ['https://api.example.com', 'api.example.com:8443', true],
  ['https://api.example.com:8443', 'api.example.com:8443', false],
  ['https://10.1.2.3', '10.0.0.0/8', false],
  ['https://11.1.2.3', '10.0.0.0/8', true],
  ['https://10.1.2.3', '10.0.0.0/99', true],
  ['https://10.1.2.3', '2.3', true],
  ['https://[fd00::1]', 'fd00::/8', false],
  ['https://[::1]', '::1', false],
  ['https://[::1]:8443', '[::1]:8443', false],
  ['https://[::1]:8443', '[::1]:443', true],
])('%s with NO_PROXY=%s uses the proxy: %s', (url, list, isUsed) => {
  const found = findProxy(new URL(url), { HTTPS_PROXY: proxy, NO_PROXY: list });
  expect(found).toEqual(isUsed ? { variable: 'HTTPS_PROXY', value: proxy } : undefined);
});

test.each<[string, NodeJS.ProcessEnv, string | undefined]>([
  ['https://a.example', { HTTPS_PROXY: 'upper', https_proxy: 'lower' }, 'https_proxy'],
  ['https://a.example', { HTTPS_PROXY: 'upper', https_proxy: '' }, 'HTTPS_PROXY'],
  ['https://a.example', { HTTP_PROXY: 'other' }, undefined],
  ['http://a.example', { HTTP_PROXY: 'own', ALL_PROXY: 'all' }, 'HTTP_PROXY'],
  ['http://a.example', { HTTPS_PROXY: 'other', all_proxy: 'all' }, 'all_proxy'],
])('%s with %j uses %s', (url, environment, variable) => {
  expect(findProxy(new URL(url), environment)?.variable).toBe(variable);
});
