import { readFile } from 'node:fs/promises';
import type { AcceptedDeviation } from '../model/baseline.ts';
import { CouldNotRunError } from '../model/contract-options.ts';
import { findJsonError } from './find-json-error.ts';

/** A baseline is written by people. A larger file is another one. */
const maximumBytes = 1_000_000;
const properties = ['fingerprint', 'reason', 'until'];

/** Reads a file of accepted deviations. Throws CouldNotRunError with the place of what is wrong. */
export async function readBaseline(file: string): Promise<readonly AcceptedDeviation[]> {
  const fail = (place: string, problem: string): never => {
    throw new CouldNotRunError(`The baseline ${file} is not valid: ${place === '' ? '' : `${place} `}${problem}`);
  };
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CouldNotRunError(`The baseline ${file} cannot be read (${error.code}). Pass a file that exists.`);
  });
  if (text.length > maximumBytes) fail('', `it has more than ${maximumBytes} characters.`);
  const json = parseJson(text, (place) => fail('', `it is not JSON${place}. Expected {"accepted": [...]}.`));
  const entries = isObject(json) ? json.accepted : undefined;
  if (!isObject(json) || !Array.isArray(entries)) {
    return fail('accepted', 'is not an array. Expected {"accepted": [{"fingerprint": "…", "reason": "…"}]}.');
  }
  const [unknown] = Object.keys(json).filter((name) => name !== 'accepted' && name !== '$schema');
  if (unknown !== undefined) fail(unknown, 'is unknown. Expected only accepted.');
  const places = new Map<string, string>();
  return entries.map((entry: unknown, index): AcceptedDeviation => {
    const place = `accepted[${index}]`;
    if (!isObject(entry)) return fail(place, 'is not an object.');
    const [other] = Object.keys(entry).filter((name) => !properties.includes(name));
    if (other !== undefined) fail(`${place}.${other}`, `is unknown. Expected ${properties.join(', ')}.`);
    const { fingerprint, reason, until } = entry;
    if (!isText(fingerprint)) return fail(`${place}.fingerprint`, 'is missing. Copy it from a report.');
    if (!isText(reason)) return fail(`${place}.reason`, 'is missing. Say why the deviation is accepted.');
    if (until !== undefined && !isDay(until)) {
      return fail(`${place}.until`, `is ${JSON.stringify(until)}. Expected a day, for example 2027-01-31.`);
    }
    const first = places.get(fingerprint);
    if (first !== undefined) fail(`${place}.fingerprint`, `is also the one of ${first}.`);
    places.set(fingerprint, place);
    return { fingerprint, reason, ...(until !== undefined && { until }) };
  });
}

/** @param fail receives the place, for example ` (line 3, column 5)` */
function parseJson(text: string, fail: (place: string) => never): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch {
    return fail(` (${findJsonError(json)})`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
