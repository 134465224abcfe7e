import { NoResponseError } from '../model/no-response-error.ts';
import { minimumKeptSize } from './collect-body.ts';

/** The maximum depth of a body. A check of a deeper one could overflow the stack. */
const maximumDepth = 200;
/** The maximum number of commas, arrays and objects in a body. A list of 10,000 programs with three cards each has half as many. */
const maximumParts = 1_500_000;

/** A body, and what it has as JSON: undefined if it is not JSON. */
interface JsonBody {
  readonly body: Buffer;
  readonly json: unknown;
}

let last: JsonBody | undefined;

/**
 * Parses the body of a response. Most large bodies of a run are equal: they share their bytes and values.
 *
 * Throws NoResponseError if its arrays and objects are nested too deeply, or too many, to be checked.
 */
export function parseJsonBody(body: Buffer): JsonBody {
  if (body.length < minimumKeptSize) return { body, json: parseJson(body) };
  if (last?.body.equals(body)) return last;
  // Lets the memory of the last one be used for this one.
  last = undefined;
  last = { body, json: parseJson(body) };
  return last;
}

function parseJson(body: Buffer): unknown {
  throwIfTooComplex(body);
  try {
    // A byte order mark is a violation of its own. What follows it can still be checked.
    return JSON.parse(body.toString().replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function throwIfTooComplex(body: Buffer): void {
  let depth = 0;
  let parts = 0;
  let isInString = false;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index];
    if (byte === quote) isInString = !isInString;
    else if (isInString) {
      if (byte === backslash) index += 1;
    } else if (byte === openBracket || byte === openBrace) {
      depth += 1;
      parts += 1;
      if (depth > maximumDepth) throw createError(`${maximumDepth} levels`);
    } else if (byte === closeBracket || byte === closeBrace) depth -= 1;
    else if (byte === comma) parts += 1;
    if (parts > maximumParts) throw createError(`${maximumParts} values`);
  }
}

function createError(limit: string): NoResponseError {
  return new NoResponseError('response-too-large', `the JSON has more than ${limit}`);
}

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
