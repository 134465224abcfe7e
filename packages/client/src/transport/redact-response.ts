import type { Redact } from '@giftoin/protocol';

/** Returns the same response, or a copy without the API key if the server repeats it in a header or the reason phrase. */
export function redactResponse(response: Response, redact: Redact): Response {
  const { status, statusText } = response;
  const headers = [...response.headers];
  const text = statusText + headers.join();
  if (redact(text) === text) return response;
  return new Response(null, { status, headers: headers.map(([name, value]) => [name, redact(value)]) });
}
