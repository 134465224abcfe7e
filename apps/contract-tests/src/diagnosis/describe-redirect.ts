import type { ReceivedResponse } from '../model/exchange.ts';
import type { ServerAddress } from '../model/server-url.ts';
import type { Explanation } from './explanation.ts';
import { toPlainText } from './quote-text.ts';

const loginPath = /login|log-in|sign-?in|sso|oauth|saml|openid|authorize|\/auth\b|\/cas\b|consent/i;

/** Describes a redirect of a request of the API. */
export function describeRedirect(
  { origin, basePath }: ServerAddress,
  { headers }: ReceivedResponse,
  target: string,
): Explanation {
  const location = headers.location?.[0];
  const to = location !== undefined && URL.canParse(location, origin.href) ? new URL(location, origin) : undefined;
  if (!to || location === undefined) return { sender: 'a redirect to nowhere', advice: 'Check --url.' };
  const where = toPlainText(to.origin + to.pathname);
  if (loginPath.test(to.hostname + to.pathname)) {
    return {
      sender: `a redirect to a login (${where})`,
      advice:
        'Pass a URL that requires no login, or its credentials with --header "Cookie: …" or --header "Authorization: …".',
    };
  }
  const suffix = target.replace(/\?.*$/s, '');
  const isUpgrade = origin.protocol === 'http:' && to.protocol === 'https:' && to.hostname === origin.hostname;
  const isSamePath = to.pathname.endsWith(suffix);
  if (isUpgrade || (to.origin !== origin.origin && isSamePath)) {
    const url = to.origin + (isSamePath ? to.pathname.slice(0, -suffix.length) : basePath);
    return {
      sender: isUpgrade ? 'a redirect to https' : `a redirect to another origin (${where})`,
      advice: `Pass --url ${toPlainText(url)}.`,
    };
  }
  return {
    sender: `a redirect to another page (${where})`,
    advice: `Check --url, which is ${origin.origin}${basePath}: the API never redirects.`,
  };
}
