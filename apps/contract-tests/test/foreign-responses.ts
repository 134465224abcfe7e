/** Responses that are not from the API, as gateways, proxies and other servers send them. */
import type { RequestListener } from 'node:http';

type Headers = Readonly<Record<string, string>>;

/** What a server returns to every request, and what the suite must say about it after the URL. */
export interface ForeignResponse {
  readonly name: string;
  readonly status: number;
  readonly headers?: Headers;
  readonly body?: string;
  readonly description: string;
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json' };

export const foreignResponses: readonly ForeignResponse[] = [
  {
    name: 'a block page of a firewall',
    status: 403,
    headers: { ...html, server: 'cloudflare', 'cf-ray': '8f0-FRA' },
    body: '<!DOCTYPE html><title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>',
    description:
      'returns 403 with text/html, which looks like a block by the Cloudflare firewall. Let this machine through, or pass ' +
      'the header that it lets through with --header.',
  },
  {
    name: 'a JSON error of a gateway',
    status: 403,
    headers: { ...json, 'x-amzn-errortype': 'ForbiddenException' },
    body: '{"message":"Forbidden"}',
    description:
      'returns 403 with application/json, which looks like a block by Amazon API Gateway. Let this machine through, or pass ' +
      'the header that it lets through with --header.',
  },
  {
    name: 'HTTP authentication',
    status: 401,
    headers: { ...html, 'www-authenticate': 'Basic realm="Staging \u009b2J"', server: 'nginx' },
    body: '<center><h1>401 Authorization Required</h1></center>',
    description:
      'returns 401 with text/html, which looks like the login of nginx (WWW-Authenticate: Basic realm="Staging ?2J"). ' +
      'Pass its credentials with --basic-auth USER:PASSWORD.',
  },
  {
    name: 'a gateway that requires a token',
    status: 401,
    headers: { ...json, 'www-authenticate': 'Bearer' },
    body: '{"error":"unauthorized"}',
    description:
      'returns 401 with application/json, which looks like the login of a gateway (WWW-Authenticate: Bearer). Pass its ' +
      'credentials with --header "Authorization: …".',
  },
  {
    name: 'a server that is starting',
    status: 503,
    headers: { ...json, 'retry-after': '5' },
    body: '{"status":"starting"}',
    description:
      'returns 503 with application/json, which looks like a gateway whose server is not running or not ready. Start the ' +
      'server, or pass --wait 60s to wait for it.',
  },
  {
    name: 'an empty bad gateway',
    status: 502,
    description:
      'returns 502 with an empty body, which looks like a gateway whose server is not running or not ready. Start the ' +
      'server, or pass --wait 60s to wait for it.',
  },
  {
    name: 'a captive portal',
    status: 200,
    headers: html,
    body: '<html><head><title>Welcome to\n Airport WiFi</title></head></html>',
    description:
      'returns 200 with text/html, which looks like a web page with the title "Welcome to Airport WiFi". Check the host and the ' +
      'base path in --url, and whether a login, a front end or a captive portal responds.',
  },
  {
    name: 'a health check',
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: 'OK',
    description:
      'returns 200 with text/plain, which looks like a placeholder or a health check. Check the host and the base path in --url, ' +
      'and whether a login, a front end or a captive portal responds.',
  },
  {
    name: 'a health check in JSON',
    status: 200,
    headers: json,
    body: '{"status":"ok"}',
    description:
      'returns 200 with application/json, which looks like a placeholder or a health check. Check the host and the base path in ' +
      '--url, and whether a login, a front end or a captive portal responds.',
  },
  {
    name: 'another application',
    status: 404,
    headers: { ...html, 'x-powered-by': 'Express' },
    body: '<pre>Cannot GET /api/v1</pre>',
    description:
      'returns 404 with text/html, which looks like Express that does not have the paths of the API. Check --url: with it, ' +
      'the paths start with /START',
  },
  {
    name: 'another API',
    status: 404,
    headers: json,
    body: '{"timestamp":"2026-01-01T00:00:00Z","status":404,"error":"Not Found","path":"/api"}',
    description:
      'returns 404 with application/json, which looks like Spring Boot that does not have the paths of the API. Check --url: ' +
      'with it, the paths start with /START',
  },
  {
    name: 'a server that requires another host name',
    status: 400,
    headers: html,
    body: '<h1>Bad Request</h1><p>Invalid Host header</p>',
    description:
      'returns 400 with text/html, which looks like a Vite or webpack development server that does not know the host name. Pass ' +
      'the host name that it knows in --url, or --header "Host: NAME".',
  },
  {
    name: 'a port for https of nginx',
    status: 400,
    headers: { ...html, server: 'nginx' },
    body: '<center>The plain HTTP request was sent to HTTPS port</center>',
    description: 'returns 400 with text/html, which looks like a port for https of nginx. Pass --url HTTPS.',
  },
  {
    name: 'a gateway that requires a client certificate',
    status: 400,
    headers: { ...html, server: 'nginx' },
    body: '<center>No required SSL certificate was sent</center>',
    description:
      'returns 400 with text/html, which looks like nginx that requires a client certificate. Pass it with --client-cert FILE ' +
      'and --client-key FILE.',
  },
  {
    name: 'a redirect to https',
    status: 301,
    headers: { location: 'HTTPS/PATH' },
    description: 'returns 301 with an empty body, which looks like a redirect to https. Pass --url HTTPS.',
  },
  {
    name: 'a redirect to the front page with https',
    status: 301,
    headers: { location: 'HTTPS/' },
    description: 'returns 301 with an empty body, which looks like a redirect to https. Pass --url HTTPS.',
  },
  {
    name: 'a redirect to another host',
    status: 308,
    headers: { location: 'https://www.example.com/v2/PATH' },
    description:
      'returns 308 with an empty body, which looks like a redirect to another origin ' +
      '(https://www.example.com/v2/PATH). Pass --url ' +
      'https://www.example.com/v2.',
  },
  {
    name: 'a redirect to a login',
    status: 302,
    headers: { location: '/oauth2/start?rd=%2Fapi' },
    description:
      'returns 302 with an empty body, which looks like a redirect to a login (ORIGIN/oauth2/start). Pass a URL that requires no ' +
      'login, or its credentials with --header "Cookie: …" or --header "Authorization: …".',
  },
  {
    name: 'an error page',
    status: 500,
    headers: html,
    body: '<h1>Internal Server Error</h1>',
    description:
      'returns 500 with text/html, which looks like an error of a gateway or a framework. Check --url and the log of the server: ' +
      'no request got a response of the API.',
  },
];

/** Returns the response to every request. `ORIGIN`, `HTTPS` and `PATH` stand for what the request is sent to. */
export function createForeignListener({ status, headers = {}, body = '' }: ForeignResponse): RequestListener {
  return ({ headers: { host }, url = '' }, out) => {
    const entries = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('HTTPS', `https://${host}`).replace('/PATH', url),
    ]);
    out.writeHead(status, Object.fromEntries(entries)).end(body);
  };
}
