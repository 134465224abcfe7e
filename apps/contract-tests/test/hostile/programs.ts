import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpHandler } from './hostile-server.ts';

/** The key that the hostile servers accept. */
export const acceptedKey = 'gft_secret_key_of_a_user';

/** A program that keeps the contract. */
export function createProgram(index: number) {
  return {
    id: `program_${index}`,
    programName: `Program ${index}`,
    description: 'A challenge',
    status: 'active',
    startDate: 1_700_000_000_000,
    collectedCount: 0,
    size: 3,
    progressInPercentage: 0,
    cards: [],
  };
}

export const createPrograms = (count: number) => Array.from({ length: count }, (_, index) => createProgram(index));

/** Sends 401 without the key, the list with it, and single programs of the list. */
export function serveList(items: readonly unknown[]): HttpHandler {
  const list = JSON.stringify(items);
  return (response, request) => {
    if (!hasKey(request)) return sendError(response, 401);
    const [, id] = /collection-challenges\/([^/?]+)/.exec(request.url ?? '') ?? [];
    if (id === undefined) return sendJson(response, 200, list);
    const item = items.find((each) => (each as { readonly id?: unknown } | null)?.id === safeDecode(id));
    return item === undefined ? sendError(response, 404) : sendJson(response, 200, JSON.stringify(item));
  };
}

/** Sends the same text for every request with the key. */
export function serveText(text: string): HttpHandler {
  return (response, request) => (hasKey(request) ? sendJson(response, 200, text) : sendError(response, 401));
}

export function sendJson(response: ServerResponse, status: number, body: string | Buffer, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

export function sendError(response: ServerResponse, status: number, errorCode: unknown = status, message = 'Failed.') {
  sendJson(response, status, JSON.stringify({ status: { timestamp: Date.now(), errorCode, errorMessage: message } }));
}

export function hasKey({ headers }: IncomingMessage): boolean {
  return Object.values(headers).some((value) => String(value).includes(acceptedKey));
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
