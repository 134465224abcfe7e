import type { Fetch } from '@giftoin/client';
import type { ReceivedResponse } from './exchange.ts';

/** A `fetch` that records the response it receives. */
export interface RecordingFetch {
  readonly fetch: Fetch;
  /** Returns the response after its body has ended or broken off. Undefined if there was none. */
  read(): Promise<ReceivedResponse | undefined>;
}

/**
 * Creates a `fetch` for one request.
 *
 * @param omittedHeader a header to remove from the request. Optional.
 */
export function recordFetch(send: typeof fetch, omittedHeader?: string): RecordingFetch {
  let received: Promise<ReceivedResponse> | undefined;
  return {
    async fetch(url, { headers, ...init }) {
      const sent = Object.entries(headers).filter(([name]) => name !== omittedHeader);
      const response = await send(url, { ...(init as RequestInit), headers: Object.fromEntries(sent) });
      received = readResponse(response.clone());
      return response;
    },
    read: async () => received,
  };
}

async function readResponse(response: Response): Promise<ReceivedResponse> {
  const { status, statusText, headers } = response;
  return { status, statusText, headers: [...headers], body: await readText(response) };
}

/** Reads the body until it ends or breaks off. */
async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += decoder.decode(part.value, { stream: true });
    }
  } catch {
    // The client reports the error. The page shows what was received before it.
  }
  return text;
}
