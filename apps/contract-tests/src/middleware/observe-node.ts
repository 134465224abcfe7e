import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createBodyCollector, toHeaderValues } from './observed-exchange.ts';
import type { TrafficMonitor } from './traffic-monitor.ts';

/** A request of Node.js. Express keeps the URL before a mount path is removed from it. */
type NodeRequest = IncomingMessage & { readonly originalUrl?: string };

/** Observes one exchange of a server of Node.js, if it is sampled. Never throws, and changes nothing that is sent. */
export function observeNodeExchange(monitor: TrafficMonitor, request: NodeRequest, response: ServerResponse): void {
  try {
    const { method = 'GET' } = request;
    if (!monitor.isSampled(method)) return;
    const collector = createBodyCollector(monitor.maximumBody);
    // Read now: a framework can change them.
    const target = request.originalUrl ?? request.url ?? '/';
    const requestHeaders = toHeaderValues(request.headers);
    const head = observeWrites(monitor, response, (chunk) => collector.add(chunk));
    response.once('finish', () => {
      try {
        const headers = { ...response.getHeaders(), ...head() };
        monitor.add({
          method,
          target,
          requestHeaders,
          status: response.statusCode,
          reason: response.statusMessage ?? '',
          // Node.js adds the date when it sends the head.
          headers: toHeaderValues({
            ...(response.sendDate && { date: new Date().toUTCString() }),
            ...headers,
          } as Record<string, string | string[]>),
          body: collector.body,
        });
      } catch (error) {
        monitor.fail(error);
      }
    });
  } catch (error) {
    monitor.fail(error);
  }
}

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** Passes on what is written. Returns a function that returns the headers that `writeHead` got. */
function observeWrites(
  monitor: TrafficMonitor,
  response: ServerResponse,
  onChunk: (chunk: Uint8Array) => void,
): () => OutgoingHttpHeaders {
  let headers: OutgoingHttpHeaders = {};
  const observe = (name: 'write' | 'end' | 'writeHead', onCall: (args: readonly unknown[]) => void) => {
    const original = response[name] as AnyFunction;
    const observed: AnyFunction = function (...args) {
      try {
        onCall(args);
      } catch (error) {
        monitor.fail(error);
      }
      return original.apply(this, args);
    };
    Object.assign(response, { [name]: observed });
  };
  // `end` can call `write`, which must not count twice.
  let isEnding = false;
  const addChunk = ([chunk, encoding]: readonly unknown[]) => {
    if (typeof chunk === 'string')
      onChunk(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) onChunk(chunk);
  };
  observe('write', (args) => {
    if (!isEnding) addChunk(args);
  });
  observe('end', (args) => {
    if (!isEnding) addChunk(args);
    isEnding = true;
  });
  observe('writeHead', (args) => {
    headers = { ...headers, ...parseHead(args.at(-1)) };
  });
  return () => headers;
}

/** The headers of `writeHead`: an object, or an array in which names and values alternate. */
function parseHead(head: unknown): OutgoingHttpHeaders {
  if (typeof head !== 'object' || head === null) return {};
  const entries = Array.isArray(head) ? toPairs(head) : Object.entries(head);
  return Object.fromEntries(entries.map(([name, value]) => [String(name).toLowerCase(), value]));
}

function toPairs(list: readonly unknown[]): [unknown, unknown][] {
  if (list.every((item) => Array.isArray(item))) return list as [unknown, unknown][];
  return list.flatMap((name, index): [unknown, unknown][] => (index % 2 === 0 ? [[name, list[index + 1]]] : []));
}
