import { apiKeyHeaders } from '@giftoin/types';
import { type Mutation, type Request, valuesOf, withHeader } from '../server/exchange.ts';
import { asked } from './messages.ts';

export const [underscore, dash, short] = apiKeyHeaders;

/** The key in each of the three headers, empty where there is none, in the order in which they count. */
export const keysOf = (request: Request): string[] => apiKeyHeaders.map((name) => valuesOf(request, name)[0] ?? '');

/** The key that counts; empty where none was sent. */
export const keyOf = (request: Request): string => keysOf(request).find((key) => key !== '') ?? '';

/** The same with another key, or with none where it is empty. */
export function withKey(request: Request, key: string): Request {
  const without = apiKeyHeaders.reduce<Request>((rest, name) => withHeader(rest, name, undefined), request);
  return key === '' ? without : withHeader(without, dash, key);
}

/** Takes a key that it does not know for the one it knows. Where no key is sent, `sent` is empty. */
export function takes(test: (sent: string, key: string, request: Request) => boolean): Mutation {
  return asked((request, { key }) => {
    const sent = keyOf(request);
    return sent !== key && test(sent, key, request) ? withKey(request, key) : request;
  });
}

/** Chooses the key that counts in another way. */
export function chooses(
  choose: (keys: readonly string[], request: Request, key: string) => string | undefined,
): Mutation {
  return asked((request, { key }) => withKey(request, choose(keysOf(request), request, key) ?? ''));
}

/** Does not see headers. */
export function blindTo(test: (name: string, request: Request) => boolean): Mutation {
  return asked((request) => ({ ...request, headers: request.headers.filter(([name]) => !test(name, request)) }));
}
