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
 * Ignores preferences that the mock does not know, as the RFC requires. Default: the success of the operation.
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

function parseHeader(header: string): Map<string, string> {
  return new Map(
    header.split(/[,;]/).map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')] as const;
    }),
  );
}
