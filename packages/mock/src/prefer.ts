import { findSuccess, RequestError } from '@giftoin/http';
import { findResponse, type Operation, type Response } from '@giftoin/openapi';

/** What a request chooses with its `Prefer` header (RFC 7240). */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic?: boolean;
}

/** The documented response that a request chooses, or that is sent by default. */
export interface ChosenResponse {
  readonly preference: Preference;
  readonly status: number;
  readonly response: Omit<Response, 'status'>;
}

/**
 * Parses `Prefer: code=404`, `example=claimed`, `dynamic=true`, or several of them with a comma or a semicolon between.
 * The first of several values counts. Ignores preferences that the mock does not know, as the RFC requires. Default: the success of the operation.
 *
 * @throws {RequestError} 400 if the operation has no such response; the message lists those that it has
 */
export function chooseResponse(header: string, operation: Operation): ChosenResponse {
  const values = parseHeader(header);
  const dynamic = values.get('dynamic');
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false') {
    throw new RequestError(400, `Prefer: dynamic=${dynamic} is invalid. Use true or false.`);
  }
  const { operationId } = operation;
  const code = values.get('code') ?? String(findSuccess(operation).status);
  // A response with a status code below 200 is followed by another one.
  const response = /^[2-5]\d\d$/.test(code) ? findResponse(operation, Number(code)) : undefined;
  if (!response) {
    const codes = [
      ...operation.responses.map(({ status }) => status),
      ...operation.responseRanges.map(({ name }) => name),
    ];
    throw new RequestError(
      400,
      `Prefer: code=${code} is unknown: ${operationId} has the status codes ${codes.join(', ')}.`,
    );
  }
  const example = values.get('example');
  if (example !== undefined && !response.examples.has(example)) {
    const names = [...response.examples.keys()].join(', ');
    const known = names === '' ? 'no example' : `the examples ${names}`;
    throw new RequestError(400, `Prefer: example=${example} is unknown: ${operationId} has ${known} of ${code}.`);
  }
  const preference = {
    ...(values.has('code') && { code: Number(code) }),
    ...(example !== undefined && { example }),
    ...(dynamic !== undefined && { dynamic: dynamic === 'true' }),
  };
  return { preference, status: Number(code), response };
}

/** Formats a preference for the `Preference-Applied` header. Returns undefined if there is none. */
export function formatApplied(preference: Preference): string | undefined {
  const parts = Object.entries(preference).map(([name, value]) => `${name}=${value}`);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** The preferences that the mock knows. A parameter of one of them is a preference too. */
const knownNames = ['code', 'example', 'dynamic'];

/** Parses a list of preferences (RFC 7240, section 2). The first instance of each counts. */
function parseHeader(header: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const preference of splitUnquoted(header, ',')) {
    const [[name, value] = ['', ''], ...parameters] = splitUnquoted(preference, ';').map(parsePair);
    if (!knownNames.includes(name) || values.has(name)) continue;
    values.set(name, value);
    for (const [key, text] of parameters) if (!values.has(key)) values.set(key, text);
  }
  return values;
}

/** A name, and a value that is a token or a quoted string. */
function parsePair(text: string): readonly [name: string, value: string] {
  const [, name = '', value = ''] = /^\s*([^=]*?)\s*(?:=\s*(.*?)\s*)?$/s.exec(text) ?? [];
  const [, quoted] = /^"(.*)"$/s.exec(value) ?? [];
  return [name.toLowerCase(), quoted === undefined ? value : quoted.replaceAll(/\\(.)/g, '$1')];
}

/** Splits a text at a separator that is not in a quoted string. */
function splitUnquoted(text: string, separator: ',' | ';'): string[] {
  const parts = [''];
  for (const [part] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[^",;]+|[,;]/gs)) {
    if (part === separator) parts.push('');
    else parts[parts.length - 1] += part;
  }
  return parts;
}
