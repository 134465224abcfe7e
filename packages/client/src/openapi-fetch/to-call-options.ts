import type { CallOptions } from '../methods.ts';
import { type RequestFetch, toFetch } from './create-client-options.ts';

const openapiFetchNames = [
  'params',
  'body',
  'parseAs',
  'querySerializer',
  'bodySerializer',
  'pathSerializer',
  'baseUrl',
  'headers',
  'signal',
  'middleware',
  'Request',
];

/**
 * Converts the second argument of a method to the options of a call. As in openapi-fetch, the options that it does not know
 * are options for `fetch`.
 *
 * @returns the options of the call, and what openapi-fetch reads
 */
export function toCallOptions(init: Readonly<Record<string, unknown>>) {
  const { timeout, retries, fetch, fetchOptions, ...openapiFetchInit } = init;
  const others = Object.entries(openapiFetchInit).filter(([name]) => !openapiFetchNames.includes(name));
  const options = {
    timeout,
    retries,
    fetch: fetch && toFetch(fetch as RequestFetch),
    fetchOptions: { ...Object.fromEntries(others), ...(fetchOptions as object | undefined) },
  };
  return { callOptions: options as CallOptions, openapiFetchInit };
}
