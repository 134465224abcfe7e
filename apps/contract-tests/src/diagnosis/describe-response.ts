import type { CompleteExchange } from '../model/exchange.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { formatServerUrl } from '../model/server-url.ts';
import { describeRedirect } from './describe-redirect.ts';
import type { Explanation } from './explanation.ts';
import { findSender } from './find-sender.ts';
import { isUnavailable } from './is-from-api.ts';
import { quoteText, toPlainText } from './quote-text.ts';

type DescribedServer = Pick<ServerUnderTest, 'address' | 'extraHeaders' | 'redactors'>;

/** Describes a response that is not one of the API: what it is, whose it looks like, and what to do, in one line. */
export function describeResponse(server: DescribedServer, exchange: CompleteExchange): string {
  const { response } = exchange;
  const { status, headers, body } = response;
  const type = headers['content-type']?.[0]?.split(';')[0]?.trim();
  const content = body.length === 0 ? 'an empty body' : type === undefined ? 'no content type' : toPlainText(type);
  const { sender, advice } = explain(server, exchange);
  const line = `This is not the API speaking. ${formatServerUrl(server.address)} returns ${status} with ${content}, which looks like ${sender}. ${advice}`;
  return server.redactors.forReport([])(line);
}

function explain(server: DescribedServer, exchange: CompleteExchange): Explanation {
  const { response, operation } = exchange;
  const { status, headers, body } = response;
  const text = body.subarray(0, 16_384).toString();
  const sender = findSender(response);
  const url = formatServerUrl(server.address);
  if (
    /plain http request was sent to https port|http request to an https server|speaking plain http to an ssl/i.test(
      text,
    )
  ) {
    return { sender: `a port for https${by(sender)}`, advice: `Pass --url ${url.replace(/^http:/, 'https:')}.` };
  }
  if (/no required ssl certificate was sent|ssl certificate error|client certificate/i.test(text)) {
    return {
      sender: `${sender ?? 'a gateway'} that requires a client certificate`,
      advice: 'Pass it with --client-cert FILE and --client-key FILE.',
    };
  }
  if (
    status === 421 ||
    /invalid host(name)? ?header|disallowedhost|this host .* is not allowed|unknown domain/i.test(text)
  ) {
    return {
      sender: `${sender ?? 'a server'} that does not know the host name`,
      advice: 'Pass the host name that it knows in --url, or --header "Host: NAME".',
    };
  }
  if (status >= 300 && status <= 399) return describeRedirect(server.address, response, exchange.target);
  if (status === 401) {
    const isLoggedIn = server.extraHeaders.some(({ name }) => name === 'authorization');
    return describeLogin(headers['www-authenticate']?.join(', '), sender, isLoggedIn);
  }
  if (status === 407) {
    return {
      sender: `${sender ?? 'a proxy'} that requires a login`,
      advice: 'Put USER:PASSWORD@ into HTTPS_PROXY or HTTP_PROXY.',
    };
  }
  if (status === 511 || (sender === 'a captive portal' && status < 400)) {
    return { sender: 'a captive portal', advice: 'Sign in to the network, or use another one.' };
  }
  if (isUnavailable(status)) {
    return {
      sender: `${sender ?? 'a gateway'} whose server is not running or not ready`,
      advice: 'Start the server, or pass --wait 60s to wait for it.',
    };
  }
  if (status === 403 || status === 406 || status === 429 || status === 451) {
    return {
      sender: `a block by ${sender ?? 'a firewall or a gateway'}`,
      advice: 'Let this machine through, or pass the header that it lets through with --header.',
    };
  }
  if (status === 404 || status === 410) {
    const start = operation.path.split('{')[0] ?? '/';
    return {
      sender: `${sender ?? 'a server'} that does not have the paths of the API`,
      advice: `Check --url: with it, the paths start with ${server.address.basePath}${start}.`,
    };
  }
  if (status < 300) {
    const title = /<title[^>]*>([^<]+)/i.exec(text)?.[1];
    const page = title === undefined ? '' : ` with the title ${quoteText(title)}`;
    const isPage = /^\s*</.test(text);
    return {
      sender: isPage ? `a web page${page}${by(sender)}` : `a placeholder or a health check${by(sender)}`,
      advice:
        'Check the host and the base path in --url, and whether a login, a front end or a captive portal responds.',
    };
  }
  return {
    sender: `an error of ${sender ?? 'a gateway or a framework'}`,
    advice: 'Check --url and the log of the server: no request got a response of the API.',
  };
}

/** @param isLoggedIn whether the requests had an Authorization header */
function describeLogin(challenge: string | undefined, sender: string | undefined, isLoggedIn: boolean): Explanation {
  const who = sender ?? 'a gateway';
  if (isLoggedIn) {
    return {
      sender: `the login of ${who}`,
      advice: 'It rejects the Authorization header that was sent. Check --basic-auth, --header and their variables.',
    };
  }
  if (challenge === undefined) {
    return {
      sender: `the login of ${who}`,
      advice: 'Pass its credentials with --header "Authorization: …" or --basic-auth.',
    };
  }
  const [scheme = ''] = challenge.split(/[\s,]/);
  const flag = /^basic$/i.test(scheme) ? '--basic-auth USER:PASSWORD' : `--header "Authorization: …"`;
  return {
    sender: `the login of ${who} (WWW-Authenticate: ${toPlainText(challenge)})`,
    advice: `Pass its credentials with ${flag}.`,
  };
}

function by(sender: string | undefined): string {
  return sender === undefined ? '' : ` of ${sender}`;
}
