import type { HeaderValues } from '../model/recorded-exchange.ts';

/** A request and its response, as a middleware has observed them. Nothing is decoded or redacted yet. */
export interface ObservedExchange {
  readonly method: string;
  /** The path and query, as they were received. */
  readonly target: string;
  readonly requestHeaders: HeaderValues;
  readonly status: number;
  readonly reason: string;
  readonly headers: HeaderValues;
  /** The bytes that the handler has written. Undefined if there are more than the monitor keeps. */
  readonly body: Uint8Array | undefined;
}

/** A header as runtimes have it. */
type AnyHeader = string | number | readonly string[] | undefined;

/** Converts headers of Node.js to values by the name in lower case. */
export function toHeaderValues(headers: Readonly<Record<string, AnyHeader>>): HeaderValues {
  const values: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !name.startsWith(':')) values[name.toLowerCase()] = [value].flat().map(String);
  }
  return values;
}

/** Collects the bytes of a body, up to a maximum. */
export interface BodyCollector {
  add(chunk: Uint8Array): void;
  /** Whether there were more bytes than the maximum. */
  readonly isFull: boolean;
  /** Undefined if there were more bytes than the maximum. */
  readonly body: Uint8Array | undefined;
}

export function createBodyCollector(maximum: number): BodyCollector {
  let chunks: Uint8Array[] = [];
  let size = 0;
  return {
    add(chunk) {
      size += chunk.byteLength;
      if (size > maximum) chunks = [];
      // The handler can use the memory of a chunk again.
      else chunks.push(chunk.slice());
    },
    get isFull() {
      return size > maximum;
    },
    get body() {
      if (size > maximum) return undefined;
      const body = new Uint8Array(size);
      let offset = 0;
      for (const chunk of chunks) {
        body.set(chunk, offset);
        offset += chunk.byteLength;
      }
      return body;
    },
  };
}
