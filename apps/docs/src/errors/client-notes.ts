import type { GiftoinErrorKind } from '@giftoin/client';

/** What we say about an error of the client. */
export interface ClientNote {
  readonly title: string;
  /** Why the client throws the error. Markdown. */
  readonly cause: string;
  /** What to do about it. Markdown. */
  readonly remedy: string;
  /** Whether the client retries. */
  readonly retry: 'Yes' | 'No' | 'If the error is temporary';
  /** Commands for a running sandbox, before the program. Default: none. A test runs them. */
  readonly commands?: readonly string[];
  /** The status codes with the error. Omitted if it has none, because no response was received. */
  readonly statuses?: string;
}

/**
 * The errors of the client that have no documented status code. The program that provokes each is `provoke/<kind>.ts`, with the
 * kind in kebab case.
 */
export const clientNotes: Readonly<Record<ClientKind, ClientNote>> = {
  unexpectedStatus: {
    title: 'Unexpected status code',
    retry: 'If the error is temporary',
    statuses: 'any that has no page of its own',
    cause: `The response has a status code that the document does not contain. It usually comes from a gateway or a proxy in front of the API, for example a 502 or a 503 with an HTML page.

A 404 that is not in the format of the API is such an error too. It usually means that \`baseUrl\` leads to another server.`,
    remedy:
      'Check `baseUrl` if the status code is 404. Read `error.body`, which often names the server that sent it. The client has retried the temporary status codes 408, 425, 502, 503 and 504: try again later if `error.isRetryable` is true.',
  },
  redirect: {
    title: 'Redirect',
    retry: 'No',
    statuses: '301, 302, 303, 307 or 308. Undefined in browsers',
    cause:
      'The server redirected the request. The client does not follow redirects, because that would send the API key to the target.',
    remedy:
      'Set `baseUrl` to the origin in `error.location`, if you trust it. The usual reasons are `http` instead of `https`, and a login page of a proxy.',
  },
  timeout: {
    title: 'Timeout',
    commands: ['npx -y pnpm@12 sandbox fail default --delay 10s --times 1'],
    retry: 'Yes',
    cause:
      'The call did not complete within `timeout`, or its last attempt not within `attemptTimeout`. Retries and their backoffs are part of `timeout`.',
    remedy:
      'Try again later. If the server is only slow, increase both limits. If a response of 429 has a long `Retry-After`, the client does not wait for it beyond `timeout`: it throws [tooManyRequests](/errors/429/) at once.',
  },
  aborted: {
    title: 'Aborted call',
    retry: 'No',
    cause: 'The `signal` that you passed to the call aborted it. `error.cause` is the reason of the signal.',
    remedy:
      'Usually nothing: your program has aborted the call. The name of the error is `AbortError`, as with `fetch`, so that libraries recognise it.',
  },
  network: {
    title: 'Network error',
    commands: ['npx -y pnpm@12 sandbox fail default --cut --times 1'],
    retry: 'If the error is temporary',
    cause:
      'No response was received, or the connection closed before the response was complete. `error.code` says why if the runtime knows it, for example `ECONNREFUSED` or `ENOTFOUND`.',
    remedy: `Check that the server runs and that \`baseUrl\` has the right host and port. For \`ENOTFOUND\` check the name, and for codes such as \`CERT_HAS_EXPIRED\` and \`DEPTH_ZERO_SELF_SIGNED_CERT\` the certificate.

The client has retried if that can help. \`error.isRetryable\` is false for an unknown host, an invalid certificate, and a defect in your own \`fetch\`.`,
  },
  tooLarge: {
    title: 'Response too large',
    retry: 'No',
    statuses: 'a success, for example 200',
    cause: 'The response body is larger than `maxBodySize`. The client stopped reading there, to protect your program.',
    remedy:
      'Check that `baseUrl` leads to the API. If your users take part in very many programs, increase `maxBodySize`.',
  },
  notJson: {
    title: 'Response that is not JSON',
    retry: 'No',
    statuses: 'a success, for example 200',
    cause:
      'The response is a success, but its body is empty or not JSON. Usually a proxy, a login page or a captive portal has sent it.',
    remedy: 'Read the start of the body in `error.message`, or all of it in `error.body`, and check `baseUrl`.',
  },
  wrongShape: {
    title: 'Response that violates the contract',
    retry: 'No',
    statuses: 'a success, for example 200',
    cause:
      'The response violates the schema of the operation, or one of the `rules` that you passed to the client. `error.path` leads to the value, for example `[0].cards[2].isOwned`.',
    remedy: `Update the client if it is older than the document: a new version of the contract can change a schema. Otherwise the server has a defect. Report it to Giftoin with the path and the message.

To continue with such responses, set \`responseValidation: 'warn'\`: the client then passes the error to \`onWarning\` and returns the response.`,
  },
  badArgument: {
    title: 'Invalid argument',
    retry: 'No',
    cause: 'An option or a parameter is missing, unknown or invalid. The client has sent no request.',
    remedy:
      'Correct the argument that the message names. For a name that does not exist, the message contains the most similar one. Pass user IDs as strings.',
  },
};

/** The kinds whose class belongs to one status code. The compiler requires that every other kind has a note. */
export const statusKinds = {
  badRequest: 400,
  unauthorized: 401,
  paymentRequired: 402,
  forbidden: 403,
  notFound: 404,
  tooManyRequests: 429,
  internalServer: 500,
} as const satisfies { readonly [Kind in GiftoinErrorKind]?: number };

export type ClientKind = Exclude<GiftoinErrorKind, keyof typeof statusKinds>;
