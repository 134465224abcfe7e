/**
 * Forwards the requests of a page to the API, with the API key of the server. `userId`
 * is the user of the session.
 */
export async function forward(request: Request, userId: string): Promise<Response> {
  const path = new URL(request.url).pathname.replace('/giftoin/', '/');
  // Only the user's own progress. Otherwise every visitor could read all users with
  // your API key. An encoded slash is not allowed: a server could decode it.
  const own = `/api/v1/users/discord/${encodeURIComponent(userId)}/progress/collection-challenges`;
  const isOwn =
    path === own ||
    (path.startsWith(`${own}/`) && /^[\w-]+$/.test(path.slice(own.length + 1)));
  if (request.method !== 'GET' || !isOwn) return new Response(null, { status: 404 });
  const response = await fetch(`https://api.giftoin.org${path}`, {
    headers: { 'x-gft-api-key': process.env.GIFTOIN_API_KEY ?? '' },
    redirect: 'manual',
    signal: AbortSignal.any([request.signal, AbortSignal.timeout(10_000)]),
  });
  const headers = new Headers({
    'content-type': 'application/json',
    'cache-control': 'private, no-store',
  });
  const retryAfter = response.headers.get('retry-after');
  // The client in the page waits that long.
  if (retryAfter) headers.set('retry-after', retryAfter);
  return new Response(response.body, { status: response.status, headers });
}
