import type { IncomingRequest } from './incoming-request.ts';
import { RequestError } from './request-error.ts';
import { formatAllow, type Route } from './router.ts';

/** Whether a request is OPTIONS, which the server itself responds to unless the document describes it. */
export function isForServer({ method, headers }: IncomingRequest, route: Route<unknown> | undefined): boolean {
  if (method !== 'OPTIONS') return false;
  // A browser sends it before a request of a page of another origin.
  const isPreflight = headers['access-control-request-method'] !== undefined;
  return isPreflight || !route?.operations.has('options');
}

/**
 * Finds the operation of a route by the method of a request. HEAD is GET unless the document describes it.
 *
 * @throws {RequestError} 405 if the route does not have the method
 */
export function findOperation<Found>({ method }: IncomingRequest, route: Route<Found>): Found {
  const { operations } = route;
  const found = operations.get(method.toLowerCase()) ?? (method === 'HEAD' ? operations.get('get') : undefined);
  if (found) return found;
  const allow = formatAllow(route);
  throw new RequestError(405, `This path allows ${allow}.`, { headers: { allow } });
}
