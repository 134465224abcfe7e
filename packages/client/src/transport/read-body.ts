/**
 * Reads a response body as text, up to a limit. Counts the decoded bytes, because `content-length` is the size of the
 * compressed body, and browsers do not reveal whether it was compressed.
 *
 * @param limit in bytes
 * @returns undefined if the body is larger. The rest is not read.
 */
export async function readBody(response: Response, limit: number): Promise<string | undefined> {
  // React Native has no streams, and a response can have no body.
  if (!response.body) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
