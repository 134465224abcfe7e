/**
 * What keeps a content type from being JSON in UTF-8, in a sentence. Case does not count, parameters are allowed, and
 * without a charset it is UTF-8.
 */
export function contentTypeFault(contentType: string | undefined): string | undefined {
  if (contentType === undefined) return 'The content type is absent, expected application/json.';
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    return `The content type is ${JSON.stringify(contentType)}, expected application/json.`;
  }
  const charset = charsetOf(contentType);
  // What is ASCII is UTF-8.
  if (charset === undefined || /^(?:utf-?8|us-ascii)$/i.test(charset)) return undefined;
  return `The charset of the content type is ${JSON.stringify(charset)}, expected utf-8.`;
}

function charsetOf(contentType: string): string | undefined {
  // One parameter after the other, so that what looks like a charset in a quoted value is read over.
  for (const [, name, value] of contentType.matchAll(/;\s*([^=;\s]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g)) {
    if (name?.toLowerCase() === 'charset') return value?.trim().replace(/^"(.*)"$/, '$1');
  }
  return undefined;
}
