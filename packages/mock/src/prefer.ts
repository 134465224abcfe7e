import type { Operation } from '@giftoin/openapi';

/** What a request asks of the mock in its `Prefer` header (RFC 7240). */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic?: boolean;
}

/**
 * Reads `Prefer: code=404`, `example=claimed`, `dynamic=true`, or several with a comma or a semicolon between.
 * Preferences that are not the mock's are left alone, as the RFC asks.
 *
 * @returns the preference, or a sentence that says what cannot be met and what can
 */
export function preferenceOf(header: string, operation: Operation): Preference | string {
  const wanted = new Map(
    header.split(/[,;]/).map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')] as const;
    }),
  );
  const { responses, operationId } = operation;
  const dynamic = wanted.get('dynamic');
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false') {
    return `Prefer: dynamic=${dynamic} cannot be met. It is true or false.`;
  }

  const code = wanted.get('code') ?? '200';
  const response = responses.find(({ status }) => String(status) === code);
  if (!response) {
    const codes = responses.map(({ status }) => status).join(', ');
    return `Prefer: code=${code} cannot be met: ${operationId} has no such response. It has ${codes}.`;
  }
  const example = wanted.get('example');
  if (example !== undefined && !response.examples.has(example)) {
    const names = [...response.examples.keys()].join(', ');
    return `Prefer: example=${example} cannot be met: ${operationId} has no such example of ${code}. It has ${names}.`;
  }
  return {
    ...(wanted.has('code') && { code: response.status }),
    ...(example !== undefined && { example }),
    ...(dynamic !== undefined && { dynamic: dynamic === 'true' }),
  };
}

/** The `Preference-Applied` header for a preference; undefined where nothing was asked for. */
export function appliedOf(preference: Preference): string | undefined {
  const parts = Object.entries(preference).map(([name, value]) => `${name}=${value}`);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
