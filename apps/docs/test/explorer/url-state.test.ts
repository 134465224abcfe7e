import { expect, test } from 'vitest';
import { createDefaultSettings } from '../../src/explorer/settings.ts';
import type { Step } from '../../src/explorer/steps.ts';
import { formatSituation, maxSteps, parseSituation, type Situation } from '../../src/explorer/url-state.ts';
import { data, user } from './page-data.ts';

const settings = createDefaultSettings(data);
const situation: Situation = {
  settings: {
    ...settings,
    source: 'sandbox',
    url: 'http://localhost:5020',
    controlUrl: 'http://127.0.0.1:5021',
    operationId: data.operations.at(-1)?.operationId ?? '',
    parameters: { ...settings.parameters, platform: 'roblox', platformUserId: '42', programId: 'a&b=c' },
    apiKeyHeader: 'gft-api-key',
    keyName: 'limited',
  },
  steps: [{ kind: 'clock', by: 691_200_000 }],
  fault: '429',
};

test('the default situation has an empty query', () => {
  expect(formatSituation({ settings, steps: [], fault: '' }, data)).toBe('');
  expect(parseSituation('', data)).toEqual({ settings, steps: [], fault: '' });
});

test('every part of a situation can be formatted and parsed', () => {
  const query = formatSituation(situation, data);
  expect(query).toContain('steps=clock*691200000');
  expect(parseSituation(query, data)).toEqual(situation);
});

test.each(['cut', 'slow'])('the fault %s can be parsed', (fault) => {
  expect(parseSituation(`?fault=${fault}`, data).fault).toBe(fault);
});

test('values that the page does not know have their default', () => {
  const query = '?operation=deleteEverything&header=cookie&key=gft_secret&source=moon&fault=418&unknown=1';
  expect(parseSituation(query, data)).toEqual({ settings, steps: [], fault: '' });
});

test.each([
  'https://example.com',
  'http://127.0.0.1.example.com',
  'http://localhost@example.com',
  'https://127.0.0.1',
  'javascript:alert(1)',
  'here',
])('the address %s is not one of this machine', (url) => {
  const query = new URLSearchParams({ source: 'sandbox', url, control: url });
  expect(parseSituation(`?${query}`, data).settings).toEqual({ ...settings, source: 'sandbox' });
});

test('a URL contains at most so many steps that programs keep it complete', () => {
  const steps = Array.from({ length: maxSteps + 1 }, (_, by): Step => ({ kind: 'clock', by }));
  expect(formatSituation({ settings, steps: steps.slice(1), fault: '' }, data)).toContain('steps=');
  expect(formatSituation({ settings, steps, fault: '' }, data)).toBe('');
  const text = steps.map(() => 'follow').join('+');
  expect(parseSituation(`?steps=${text}`, data).steps).toHaveLength(maxSteps);
});

test('the steps of a user in the query belong to the user of the query', () => {
  const { steps } = parseSituation('?platform=roblox&platformUserId=42&steps=claim*program_123', data);
  expect(steps).toEqual([{ kind: 'claim', programId: 'program_123', platform: 'roblox', platformUserId: '42' }]);
  expect(user.platform).not.toBe('roblox');
});
