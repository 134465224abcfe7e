import { isBodyless, type OutgoingResponse, toHeaderList } from '@giftoin/http/portable';

/** The parts of a request that its response depends on. */
interface Requested {
  readonly method: string;
  readonly url: string;
}

/**
 * Creates the response that `fetch` returns for a response of a server.
 *
 * @param more headers of the server
 * @param isCut whether the connection closes after half of the body
 */
export function toResponse(
  outgoing: OutgoingResponse,
  { method, url }: Requested,
  more: Readonly<Record<string, string>>,
  isCut: boolean,
): Response {
  const { status, body } = outgoing;
  const hasBody = method !== 'HEAD' && !isBodyless(status);
  const headers = toHeaders(toHeaderList(outgoing, more));
  const sent = hasBody ? ((isCut && body ? createCutBody(body) : body) ?? new Uint8Array()) : null;
  const response = new Response(sent as ConstructorParameters<typeof Response>[0], { status, headers });
  // A response that a program created has no URL, one of a server has.
  return Object.defineProperty(response, 'url', { value: url });
}

function toHeaders(list: readonly string[]): Headers {
  const headers = new Headers({ date: new Date().toUTCString() });
  for (let index = 0; index < list.length; index += 2) headers.append(list[index] ?? '', list[index + 1] ?? '');
  return headers;
}

/** The first half of a body, and then the error of a connection that is closed. */
function createCutBody(body: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      start(controller) {
        controller.enqueue(body.slice(0, Math.ceil(body.length / 2)));
      },
      pull(controller) {
        controller.error(new TypeError('terminated', { cause: new Error('other side closed') }));
      },
    },
    { highWaterMark: 0 },
  );
}
