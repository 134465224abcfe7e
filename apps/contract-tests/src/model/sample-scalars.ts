import type { JsonObject } from '@giftoin/openapi';
import fc from 'fast-check';

const formats: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  time: '12:00:00Z',
  duration: 'P1D',
  email: 'sample@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/sample',
  'uri-reference': '/sample',
  'json-pointer': '/sample',
  regex: '^a$',
  byte: 'c2FtcGxl',
};

/** Creates a string for a schema of the type string. It may not fit rare combinations of keywords. */
export function createSampleString(schema: JsonObject, seed: number): string {
  const { pattern, format } = schema;
  const minimum = Number(schema.minLength ?? 0);
  const maximum = Number(schema.maxLength ?? Math.max(minimum, 40));
  if (format === 'uuid') return createUuid(seed);
  const known = typeof format === 'string' ? formats[format] : undefined;
  if (known !== undefined) return known;
  if (typeof pattern !== 'string') return `sample-${seed}`.padEnd(minimum, '-').slice(0, maximum);
  try {
    const samples = fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { seed, numRuns: 50 });
    // Short strings are easier to read, and none is empty unless it must be.
    const fitting = samples.filter(({ length }) => length >= Math.max(1, minimum) && length <= maximum);
    return fitting.sort((one, other) => one.length - other.length)[Math.floor(fitting.length / 2)] ?? samples[0] ?? '';
  } catch {
    // fast-check does not support every pattern, for example lookaheads.
    return 'sample';
  }
}

/** Creates the number nearest to 1 that a schema allows. */
export function createSampleNumber(schema: JsonObject, isInteger: boolean): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const step = typeof multipleOf === 'number' ? multipleOf : isInteger ? 1 : 0.5;
  const lowest = Math.max(toNumber(minimum, -Infinity), toNumber(exclusiveMinimum, -Infinity) + step);
  const highest = Math.min(toNumber(maximum, Infinity), toNumber(exclusiveMaximum, Infinity) - step);
  const nearest = Math.min(Math.max(1, lowest), highest);
  if (typeof multipleOf !== 'number') return isInteger ? Math.ceil(nearest) : nearest;
  return Math.ceil(nearest / multipleOf) * multipleOf;
}

function toNumber(value: unknown, absent: number): number {
  return typeof value === 'number' ? value : absent;
}

function createUuid(seed: number): string {
  return `00000000-0000-4000-8000-${(seed % 0xffffffffffff).toString(16).padStart(12, '0')}`;
}
