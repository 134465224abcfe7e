import { isObject } from '@giftoin/openapi';
import type { Answered } from './recorder.ts';
import type { Server } from './server.ts';
import type { Answer } from './transport/send.ts';

/** What proxies call themselves in `Server`, where they answer instead of what stands behind them. */
const proxies =
  /nginx|openresty|tengine|cloudflare|cloudfront|akamai|awselb|envoy|haproxy|varnish|caddy|traefik|apache|squid|google frontend|gws|iis/i;

/**
 * Whether a 4xx may be of a proxy, and its shape therefore of no interest: where the request is of those that proxies may
 * refuse, or where a proxy that gives its name could not read it.
 */
export function isOfProxy({ isDirect }: Server, { sent, answer }: Answered): boolean {
  if (isDirect || answer.status < 400 || answer.status > 499) return false;
  return sent.mayBeRefused === true || (sent.mayBeUnreadable === true && isNamed(answer) && !isObject(answer.json));
}

/** Whether a proxy that gives its name may have folded the path into another, before the server saw it. */
export function isFolded({ isDirect }: Server, { sent, answer }: Answered): boolean {
  return !isDirect && sent.mayBeFolded === true && answer.status === 200 && isNamed(answer);
}

function isNamed({ headers }: Answer): boolean {
  return headers.via !== undefined || proxies.test(headers.server?.join() ?? '');
}
