/** The parts of a response that reading its body needs. In node-fetch, the body is a stream of Node.js. */
type ReadableResponse = Pick<Response, 'headers' | 'text'> & {
  readonly body?: (Partial<ReadableStream> & { destroy?(): void }) | null;
};

/**
 * Reads a response body as text, up to a limit. Counts the decoded bytes, because `content-length` is the size of the
 * compressed body, and browsers do not reveal whether it was compressed.
 *
 * @param limit in bytes
 * @returns undefined if the body is larger. The rest is not read.
 */
export async function readBody(response: ReadableResponse, limit: number): Promise<string | undefined> {
  const { body } = response;
  const reader = body?.getReader?.();
  // Without a web stream, a runtime can have the whole body in memory before its bytes are counted.
  if (!reader && Number(response.headers.get('content-length')) > limit) {
    body?.destroy?.();
    return undefined;
  }
  const iterator = reader ? undefined : body?.[Symbol.asyncIterator]?.();
  const next = reader ? () => reader.read() : iterator && (() => iterator.next());
  if (!next) return readText(response, limit);

  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await next();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      (reader ? reader.cancel() : iterator?.return?.())?.catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Reads the body of a response without a stream, for example in React Native. */
async function readText(response: ReadableResponse, limit: number): Promise<string | undefined> {
  const text = await response.text();
  return text.length > limit || new TextEncoder().encode(text).length > limit ? undefined : text;
}
