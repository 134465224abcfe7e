import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  createUnknownApiKeyError,
  type OutgoingResponse,
  RequestError,
  sendResponse,
  toHeaderList,
} from '@giftoin/http';
import type { InjectedFault } from '@giftoin/types/sandbox-control';
import { createNotFoundError, createOverdueError, createPlanDeniedError, createRateLimitError } from './errors.ts';

/** The error that an injected fault replaces the response with. Undefined if it only delays or cuts the response. */
export function toInjectedError({ status, errorCode }: InjectedFault): RequestError | undefined {
  if (status === undefined) return undefined;
  const error = errors[status]();
  return errorCode === undefined ? error : new RequestError(status, error.message, { ...error, errorCode });
}

const errors: Readonly<Record<NonNullable<InjectedFault['status']>, () => RequestError>> = {
  400: () => new RequestError(400, 'A parameter is missing or malformed.'),
  401: createUnknownApiKeyError,
  402: createOverdueError,
  403: createPlanDeniedError,
  404: createNotFoundError,
  429: () => createRateLimitError(1_000),
  500: () => new RequestError(500, 'An unexpected error occurred.'),
};

/** Sends a response late, or only its first half, as an injected fault says. */
export async function applyFault(
  { delay, cut }: InjectedFault,
  outgoing: OutgoingResponse,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  if (delay) await waitUnlessClosed(response, delay);
  if (!cut || !outgoing.body) {
    sendResponse(request, response, outgoing, headers);
    return;
  }
  const { status, body } = outgoing;
  response.writeHead(status, toHeaderList(outgoing, headers));
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.socket?.destroy());
}

/** Waits, but not for a client that is gone: that would delay the end of the sandbox. */
function waitUnlessClosed(response: ServerResponse, delay: number): Promise<void> {
  // The connection is idle for as long as that, in addition to the usual limit.
  response.setTimeout(delay + 60_000);
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delay);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
