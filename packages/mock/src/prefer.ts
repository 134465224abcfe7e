import { RequestError } from '@giftoin/http';
import type { Operation } from '@giftoin/openapi';

/** What a request chooses with its `Prefer` header (RFC 7240). */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic?: boolean;
}

/**
 * Parses `Prefer: code=404`, `example=claimed`, `dynamic=true`, or several of them with a comma or a semicolon between.
 * Ignores preferences that the mock does not know, as the RFC requires.
 *
 * @throws {RequestError} 400 if the operation has no such response; the message lists those that it has
 */
export function parsePreference(header: string, { responses, operationId }: Operation): Preference {
  const values = new Map(
    header.split(/[,;]/).map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')] as const;
    }),
  );
  const dynamic = values.get('dynamic');
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false') {
    throw new RequestError(400, `Prefer: dynamic=${dynamic} is invalid. Use true or false.`);
  }

  const code = values.get('code') ?? '200';
  const response = responses.find(({ status }) => String(status) === code);
  if (!response) {
    const codes = responses.map(({ status }) => status).join(', ');
    throw new RequestError(400, `Prefer: code=${code} is unknown: ${operationId} has the status codes ${codes}.`);
  }
  const example = values.get('example');
  if (example !== undefined && !response.examples.has(example)) {
    const names = [...response.examples.keys()].join(', ');
    throw new RequestError(
      400,
      `Prefer: example=${example} is unknown: ${operationId} has the examples ${names} of ${code}.`,
    );
  }
  return {
    ...(values.has('code') && { code: response.status }),
    ...(example !== undefined && { example }),
    ...(dynamic !== undefined && { dynamic: dynamic === 'true' }),
  };
}

/** Formats a preference for the `Preference-Applied` header. Returns undefined if there is none. */
export function formatApplied(preference: Preference): string | undefined {
  const parts = Object.entries(preference).map(([name, value]) => `${name}=${value}`);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
