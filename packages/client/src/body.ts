/**
 * The text of a body, or undefined where its decoded bytes are more than `limit`: it is cut there, and what came is let
 * go. Always counted, because `content-length` says nothing of a body that was compressed, and browsers hide that it was.
 */
export async function readText(response: Response, limit: number): Promise<string | undefined> {
  // React Native has no streams, and an answer without a body has none either.
  if (!response.body) return response.text();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return decode(chunks, size);
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
}

let decoder: TextDecoder | undefined;

function decode(chunks: readonly Uint8Array[], size: number): string {
  decoder ??= new TextDecoder();
  if (chunks.length === 1) return decoder.decode(chunks[0]);
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return decoder.decode(whole);
}
