import type { HeaderValues } from '../model/recorded-exchange.ts';
import { createBodyCollector } from './observed-exchange.ts';
import type { TrafficMonitor } from './traffic-monitor.ts';

/** How long a body may take, in milliseconds. A longer one is not checked. */
const maximumDuration = 30_000;

/**
 * Observes an exchange of a handler of `fetch` requests that is sampled. Call it before the response is returned. Never
 * throws. The promise is fulfilled when the body was read.
 */
export async function observeFetchExchange(
  monitor: TrafficMonitor,
  request: Request,
  response: Response,
): Promise<void> {
  try {
    const { pathname, search } = new URL(request.url);
    const observed = {
      method: request.method,
      target: pathname + search,
      requestHeaders: toHeaderValues(request.headers),
      status: response.status,
      reason: response.statusText,
      headers: toHeaderValues(response.headers),
    };
    // A stream of events has no end that could be waited for.
    if (/^text\/event-stream/i.test(response.headers.get('content-type') ?? '')) return;
    const body = await readBody(response.clone(), monitor.maximumBody);
    monitor.add({ ...observed, body });
  } catch (error) {
    monitor.fail(error);
  }
}

/** Reads a copy of the body as fast as it comes, so that little of it waits in memory. */
async function readBody({ body }: Response, maximum: number): Promise<Uint8Array | undefined> {
  const collector = createBodyCollector(maximum);
  if (!body) return collector.body;
  const reader = body.getReader();
  const timer = setTimeout(() => reader.cancel().catch(() => {}), maximumDuration);
  const started = performance.now();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      collector.add(next.value);
      if (collector.isFull) {
        reader.cancel().catch(() => {});
        return undefined;
      }
    }
  } finally {
    clearTimeout(timer);
  }
  return performance.now() - started < maximumDuration ? collector.body : undefined;
}

function toHeaderValues(headers: Headers): HeaderValues {
  return Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), [value]]));
}
