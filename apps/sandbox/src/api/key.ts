import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { apiKeyHeaders } from '@giftoin/types';
import { hashSecret } from '../api-key.ts';
import type { StoredApiKey, WorkspaceState } from '../store/index.ts';

/** The API key of a request and the header that carried it: the first that is not empty counts. */
export function sentKey(headers: IncomingHttpHeaders): { readonly header: string; readonly key: string } | undefined {
  for (const header of apiKeyHeaders) {
    const value = headers[header];
    const key = typeof value === 'string' ? firstOf(value) : '';
    if (key !== '') return { header, key };
  }
  return undefined;
}

/** A header that is sent several times is one text with commas, in which no key has its like. */
function firstOf(text: string): string {
  if (!text.includes(',')) return text.trim();
  const values = text.split(',').map((value) => value.trim());
  return values.find((value) => value !== '') ?? '';
}

/** The stored key that a text is, compared in constant time. */
export function knownKey({ keys }: WorkspaceState, text: string): StoredApiKey | undefined {
  const hash = hashSecret(text);
  const found = keys.get(hash);
  return found && timingSafeEqual(Buffer.from(found.hash), Buffer.from(hash)) ? found : undefined;
}
