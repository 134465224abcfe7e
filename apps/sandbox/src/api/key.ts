import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { apiKeyHeaders } from '@giftoin/types';
import { hashOf } from '../keys.ts';
import type { Catalogue, StoredKey } from '../store/index.ts';

/** The API key of a request and the header that carried it: the first that is not empty counts. */
export function sentKey(headers: IncomingHttpHeaders): { readonly header: string; readonly key: string } | undefined {
  for (const header of apiKeyHeaders) {
    const value = headers[header];
    const key = typeof value === 'string' ? value.trim() : '';
    if (key !== '') return { header, key };
  }
  return undefined;
}

/** The stored key that a text is, compared in constant time. */
export function knownKey({ keys }: Catalogue, text: string): StoredKey | undefined {
  const hash = hashOf(text);
  const found = keys.get(hash);
  return found && timingSafeEqual(Buffer.from(found.hash), Buffer.from(hash)) ? found : undefined;
}
