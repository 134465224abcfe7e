import { withHeader } from '../server/headers.ts';
import type { Account, Change, RawRequest, RawResponse } from '../server/respond.ts';

type ResponseChange = (response: RawResponse, request: RawRequest, account: Account) => RawResponse;

/** Handles another request instead of the one received. */
export function changeRequest(change: (request: RawRequest, account: Account) => RawRequest): Change {
  return (respond, account) => (request) => respond(change(request, account));
}

/** Changes every response. */
export function changeResponse(change: ResponseChange): Change {
  return (respond, account) => async (request) => change(await respond(request), request, account);
}

/** Changes the responses to requests that pass a test. A 401 stays as it is. */
export function changeResponseIf(
  test: (request: RawRequest, account: Account) => boolean,
  change: RawResponse | ResponseChange,
): Change {
  return changeResponse((response, request, account) => {
    if (response.status === 401 || !test(request, account)) return response;
    return typeof change === 'function' ? change(response, request, account) : change;
  });
}

/** Changes the responses with a status code. */
export function onStatus(status: number, change: ResponseChange): Change {
  return changeResponse((response, request, account) =>
    response.status === status ? change(response, request, account) : response,
  );
}

export const onSuccess = (change: ResponseChange): Change => onStatus(200, change);

/** Changes the responses with a status code of 400 or above. */
export function onError(change: ResponseChange): Change {
  return changeResponse((response, request, account) =>
    response.status >= 400 ? change(response, request, account) : response,
  );
}

/** Changes each response by its number, which starts at 1. */
export function changeByNumber(
  change: (response: RawResponse, number: number, request: RawRequest) => RawResponse,
): Change {
  return (respond) => {
    let count = 0;
    return async (request) => {
      count += 1;
      const number = count;
      return change(await respond(request), number, request);
    };
  };
}

/** Applies several changes. The first one is next to the conforming server. */
export function combine(...changes: readonly Change[]): Change {
  return (respond, account) => changes.reduce((inner, change) => change(inner, account), respond);
}

export function createJsonResponse(status: number, body: unknown): RawResponse {
  return { status, headers: [['Content-Type', 'application/json']], body: Buffer.from(JSON.stringify(body)) };
}

/** Creates an error as the contract defines it. */
export function createErrorResponse(status: number, errorCode = status, errorMessage = 'That failed.'): RawResponse {
  return createJsonResponse(status, { status: { timestamp: Date.now(), errorCode, errorMessage } });
}

/** Creates a page, as web servers and proxies send it. */
export function createHtmlResponse(status: number, title: string): RawResponse {
  const body = Buffer.from(`<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`);
  return { status, headers: [['Content-Type', 'text/html']], body };
}

export function createRedirect(status: number, location: string): RawResponse {
  return { status, headers: [['Location', location]], body: Buffer.from('') };
}

/** Returns the response with another body: bytes as they are, any other value as JSON. */
export function withBody(response: RawResponse, body: unknown): RawResponse {
  return { ...response, body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)) };
}

export const withContentType = (response: RawResponse, type: string | undefined) =>
  withHeader(response, 'Content-Type', type);

/** Parses the body of a response of the conforming server. Undefined if the body is not JSON. */
export function parseBody({ body }: RawResponse): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
