import { user as owner } from '../server/worlds.ts';

/** A line of a log of requests and responses. */
export interface LogLine {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly bodyBase64: string;
  } | null;
}

/** What an ordinary client requests: the list of a user, each program in it, and a program that has been deleted. */
export async function recordTraffic(url: string, apiKey: string, user: string): Promise<LogLine[]> {
  const path = `/api/v1/users/${owner.platform}/${encodeURIComponent(user)}/progress/collection-challenges`;
  const list = await send(url + path, apiKey);
  const paths = [...listIds(list), 'deleted-program'].map((id) => `${path}/${encodeURIComponent(id)}`);
  const singles: LogLine[] = [];
  for (const each of paths) singles.push(await send(url + each, apiKey));
  return [list, ...singles];
}

async function send(url: string, apiKey: string): Promise<LogLine> {
  const headers = { 'x-gft-api-key': apiKey };
  const request = { method: 'GET', url, headers };
  try {
    const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(5_000) });
    // The bytes: a text would not show that they are not UTF-8.
    const bodyBase64 = Buffer.from(await response.arrayBuffer()).toString('base64');
    return {
      request,
      response: { status: response.status, headers: Object.fromEntries(response.headers), bodyBase64 },
    };
  } catch {
    // A client that gets no response has nothing to record.
    return { request, response: null };
  }
}

/** The IDs of the first programs in a list. A broken server can return anything. */
function listIds({ response }: LogLine): string[] {
  try {
    const items: unknown = JSON.parse(Buffer.from(response?.bodyBase64 ?? '', 'base64').toString());
    return Array.isArray(items)
      ? items.flatMap((item) => (typeof item?.id === 'string' ? [item.id] : [])).slice(0, 12)
      : [];
  } catch {
    return [];
  }
}
