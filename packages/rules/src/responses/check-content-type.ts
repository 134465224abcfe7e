import { createViolation, type RuleViolation } from '../rule-violation.ts';

/**
 * Checks that a content type is JSON in UTF-8. Case does not matter, and parameters are allowed. Without a charset, it is
 * UTF-8.
 */
export function checkContentType(contentType: string | undefined): RuleViolation[] {
  if (contentType === undefined) {
    const message = 'The response has no Content-Type header. Expected application/json.';
    return [createViolation('content-type-missing', '', {}, message)];
  }
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    const message = `The content type is ${JSON.stringify(contentType)}. Expected application/json.`;
    return [createViolation('content-type-not-json', '', { actual: contentType }, message)];
  }
  const charset = parseCharset(contentType);
  // ASCII is a subset of UTF-8.
  if (charset === undefined || /^(?:utf-?8|us-ascii)$/i.test(charset)) return [];
  const message = `The charset of the content type is ${JSON.stringify(charset)}. Expected utf-8.`;
  return [createViolation('charset-not-utf-8', '', { actual: charset }, message)];
}

function parseCharset(contentType: string): string | undefined {
  // Matches one parameter after the other, to skip a quoted value that contains `charset=`.
  for (const [, name, value] of contentType.matchAll(/;\s*([^=;\s]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g)) {
    if (name?.toLowerCase() === 'charset') return value?.trim().replace(/^"(.*)"$/, '$1');
  }
  return undefined;
}
