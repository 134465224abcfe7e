import type { IncomingMessage, ServerResponse } from 'node:http';
import { type OutgoingResponse, sendResponse, toHeaderList } from '@giftoin/http';
import type { InjectedFault } from '@giftoin/types/sandbox-control';

/** Sends a response late, or only its first half, as an injected fault says. */
export async function applyFault(
  { delay, cut }: InjectedFault,
  outgoing: OutgoingResponse,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  if (delay) await waitUnlessClosed(response, delay);
  // The rest of the request was not valid HTTP, and that error is already sent.
  if (response.headersSent) return;
  // Only a body can be cut off, which a response to HEAD does not have.
  if (!cut || !outgoing.body || request.method === 'HEAD') {
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
