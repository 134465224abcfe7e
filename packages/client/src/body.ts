/**
 * The text of a body, or undefined where its decoded bytes are more than `limit`: it is cut there, and what came is let
 * go. Always counted, because `content-length` says nothing of a body that was compressed, and browsers hide that it was.
 */
export async function readText(response: Response, limit: number): Promise<string | undefined> {
  // React Native has no streams, and an answer without a body has none either.
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
