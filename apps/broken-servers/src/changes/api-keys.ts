import { apiKeyHeaders } from '@giftoin/types';
import { readHeader, withHeader } from '../server/headers.ts';
import type { Change, RawRequest } from '../server/respond.ts';
import { changeRequest } from './responses.ts';

export const [underscoreHeader, dashHeader, shortHeader] = apiKeyHeaders;

/** Returns the key in each of the three headers, in the order of the contract. Missing keys are empty. */
export const readApiKeys = (request: RawRequest): string[] => apiKeyHeaders.map((name) => readHeader(request, name));

/** Returns the key that counts, or an empty string. */
export const resolveApiKey = (request: RawRequest): string => readApiKeys(request).find((key) => key !== '') ?? '';

/** Returns the request with another key, or without a key if it is empty. */
export function withApiKey(request: RawRequest, key: string): RawRequest {
  const without = apiKeyHeaders.reduce<RawRequest>((rest, name) => withHeader(rest, name, undefined), request);
  return key === '' ? without : withHeader(without, dashHeader, key);
}

/** Accepts wrong keys that pass a test. `sent` is empty if the request has no key. */
export function acceptKeys(test: (sent: string, apiKey: string, request: RawRequest) => boolean): Change {
  return changeRequest((request, { apiKey }) => {
    const sent = resolveApiKey(request);
    return sent !== apiKey && test(sent, apiKey, request) ? withApiKey(request, apiKey) : request;
  });
}

/** Chooses between the keys of the three headers. */
export function chooseKey(
  choose: (keys: readonly string[], request: RawRequest, apiKey: string) => string | undefined,
): Change {
  return changeRequest((request, { apiKey }) =>
    withApiKey(request, choose(readApiKeys(request), request, apiKey) ?? ''),
  );
}

/** Drops the request headers that pass a test. */
export function dropHeaders(test: (name: string, request: RawRequest) => boolean): Change {
  return changeRequest((request) => ({
    ...request,
    headers: request.headers.filter(([name]) => !test(name, request)),
  }));
}
