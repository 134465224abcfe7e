import { isObject } from '@giftoin/openapi';
import type { CompleteExchange, ReceivedResponse } from './exchange.ts';
import type { ServerUnderTest } from './server-under-test.ts';

/** The names of proxies in the `Server` header. */
const proxyNames =
  /nginx|openresty|tengine|cloudflare|cloudfront|akamai|awselb|envoy|haproxy|varnish|caddy|traefik|apache|squid|google frontend|gws|iis/i;

/**
 * Whether a 4xx can come from a proxy, which makes its format irrelevant: if proxies may reject the request, or if a proxy
 * that identifies itself could not decode it.
 */
export function isProxyError({ isDirect }: ServerUnderTest, { request, response }: CompleteExchange): boolean {
  if (isDirect || response.status < 400 || response.status > 499) return false;
  if (request.mayBeRejected === true) return true;
  return request.mayBeUndecodable === true && isFromNamedProxy(response) && !isObject(response.json);
}

/** Whether a proxy that identifies itself can have normalized the path to another one. */
export function isNormalizedByProxy({ isDirect }: ServerUnderTest, { request, response }: CompleteExchange): boolean {
  return !isDirect && request.mayBeNormalized === true && response.status === 200 && isFromNamedProxy(response);
}

function isFromNamedProxy({ headers }: ReceivedResponse): boolean {
  return headers.via !== undefined || proxyNames.test(headers.server?.join() ?? '');
}
