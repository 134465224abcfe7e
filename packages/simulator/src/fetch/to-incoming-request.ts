import type { IncomingHeaders, IncomingRequest } from '@giftoin/http/portable';

/** Converts a request of `fetch`. Its body is read here, because a server knows the size of a body before it reads it. */
export async function toIncomingRequest(request: Request): Promise<IncomingRequest> {
  const { pathname, search } = new URL(request.url);
  const bytes = request.body === null ? new Uint8Array() : new Uint8Array(await request.arrayBuffer());
  const headers: IncomingHeaders = {
    ...Object.fromEntries(request.headers),
    ...(bytes.length > 0 && { 'content-length': String(bytes.length) }),
  };
  return {
    method: request.method,
    target: pathname + search,
    headers,
    async *readBody() {
      yield bytes;
    },
  };
}
