/** What we add to the document about an error that an API returns. */
export interface StatusNote {
  readonly title: string;
  /** Why the API returns the error, in addition to the description in the document. Markdown. */
  readonly cause: string;
  /** What to do about it. Markdown. */
  readonly remedy: string;
  /**
   * The commands that make a running sandbox return the error, the last one with `curl`. `{list}`, `{malformed}` and `{unknown}`
   * are paths: see `create-paths.ts`. A test runs them.
   */
  readonly commands: readonly string[];
}

/**
 * By the code of the page: an error code, or a status code. A documented error without a note gets a page too, from the
 * document alone.
 */
export const statusNotes: Readonly<Record<string, StatusNote>> = {
  400: {
    title: 'Malformed parameter',
    cause:
      'A part of the path does not match the pattern of its parameter. For example, the platform is in uppercase, or the user ID contains a character that its pattern does not allow, for example a space. A slash in an ID is another path: the response is 404.',
    remedy: `Correct the parameter. The page of the operation has its pattern. Do not retry: the same request fails again.

Read user IDs as strings. The ID of a Discord user does not fit a JavaScript number, and loses its last digits.

The client validates parameters before it sends a request, and throws [badArgument](/errors/bad-argument/) instead.`,
    commands: ["curl -i -H 'x-gft-api-key: gft_default_sandbox' {malformed}"],
  },
  401: {
    title: 'API key missing or unknown',
    cause:
      'The error code in the response body says which of the two it is. Proxies of your own can send a 401 too: theirs has no error code.',
    remedy: 'Read the page of the error code. Do not retry with the same API key.',
    commands: ['curl -i {list}'],
  },
  1001: {
    title: 'API key unknown',
    cause:
      'The request has an API key, and the server does not know it. The key can be incomplete, revoked, or a key of another server: the sandbox does not know the API keys of production, and production does not know those of the sandbox.',
    remedy: `Compare the API key with the one that you received, and check that your program sends it to the right server. Look for quotation marks and spaces inside of the environment variable.

To replace an API key while your program runs, pass \`apiKey\` to the client as a function. The client calls it again after a 401.`,
    commands: ["curl -i -H 'x-gft-api-key: no-such-key' {list}"],
  },
  1002: {
    title: 'API key missing',
    cause:
      'The request has no API key, or an empty one. The usual reasons are an environment variable that is not set, and a proxy that drops `x-gft_api_key`: nginx by default drops headers with an underscore in their names.',
    remedy: `Send the API key in the header \`x-gft-api-key\`. An API key in the query string does not count.

In a browser, do not send the API key at all: read [Browser apps](/guides/browser-apps/).`,
    commands: ['curl -i {list}'],
  },
  402: {
    title: 'Subscription overdue',
    cause:
      'The API key is valid, but a payment for its subscription has not arrived. All requests with the API key fail.',
    remedy: `The owner of the subscription has to pay. Until then every request with this API key fails, so stop sending requests and show the last progress that you received.

Log the error where your operators see it. Your users cannot do anything about it.`,
    commands: ["curl -i -H 'x-gft-api-key: gft_default_overdue' {list}"],
  },
  403: {
    title: 'Not included in the plan',
    cause: 'The API key is valid. The request is part of the API, but not of the plan that the API key belongs to.',
    remedy: 'Use an API key of a plan that includes the request, or change the plan. Do not retry.',
    commands: ["curl -i -H 'x-gft-api-key: gft_default_denied' {list}"],
  },
  404: {
    title: 'Program not found',
    cause:
      'The program ID is wrong, or the API key cannot see the program: it belongs to another environment, or it is hidden before its start or after its end. An unknown user is not a 404: all programs of such a user have a progress of 0 %.',
    remedy: `Take program IDs from the list of programs. The list contains exactly the programs that can be read alone.

A program that was visible can disappear when it ends. Then say that it is no longer available. Do not retry.`,
    commands: ["curl -i -H 'x-gft-api-key: gft_default_sandbox' {unknown}"],
  },
  429: {
    title: 'Too many requests',
    cause:
      'Requests are counted for each API key. All your programs and servers that use the same API key share its rate limit.',
    remedy: `Wait for as many seconds as the header \`Retry-After\` says, and send the request again. The client does this.

Then send fewer requests: read all programs of a user with one request, cache the progress, and read it when a user looks at it. If you must poll, read each user at most once a minute, and only while the user is there. [Rate limits](/guides/rate-limits/) has examples.`,
    commands: [
      "curl -s -o /dev/null -H 'x-gft-api-key: gft_default_limited' {list}",
      "curl -i -H 'x-gft-api-key: gft_default_limited' {list}",
    ],
  },
  500: {
    title: 'Unexpected error',
    cause: 'The reason is in the server, and not in your program. It is often temporary.',
    remedy: `Retry a few times, with a longer and random backoff each time. The client retries twice. Show the last progress that you received in the meantime.

If the same request always fails, report it to Giftoin with its URL and time, and with the header \`x-request-id\` if the response has one. Never report the API key.`,
    commands: ["curl -i -H 'x-gft-api-key: gft_default_failing' {list}"],
  },
};
