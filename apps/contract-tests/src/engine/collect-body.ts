import { NoResponseError } from '../model/no-response-error.ts';

/** The maximum size of a body, as it is sent and decompressed, in bytes. A list of 10,000 programs is about half as large. */
export const maximumBodySize = 16 * 1024 * 1024;

/** Creates the error of a body that is larger than the suite reads. */
export function createTooLargeError(): NoResponseError {
  return new NoResponseError('response-too-large', `the body has more than ${maximumBodySize / 1024 / 1024} MiB`);
}

/** Collects the chunks of a body. */
export interface BodyCollector {
  /** The bytes so far. */
  readonly size: number;
  /** Adds a chunk. Returns false if the body is too large: what was collected is dropped. */
  add(chunk: Buffer): boolean;
  toBuffer(): Buffer;
}

/** The minimum size of a body that is kept for the next ones, in bytes. Most large bodies of a run are equal. */
export const minimumKeptSize = 32 * 1024;

/** The last large body. */
let last: Buffer = Buffer.alloc(0);

export function createBodyCollector(): BodyCollector {
  let chunks: Buffer[] = [];
  let size = 0;
  // While a body begins like the last one, it needs no memory.
  let same: Buffer | undefined = last;
  return {
    get size() {
      return size;
    },
    add(chunk) {
      const start = size;
      size += chunk.length;
      if (same?.subarray(start, size).equals(chunk)) return true;
      if (same && start > 0) chunks.push(same.subarray(0, start));
      same = undefined;
      if (size > maximumBodySize) chunks = [];
      else chunks.push(chunk);
      return size <= maximumBodySize;
    },
    toBuffer() {
      if (same?.length === size) return same;
      // A copy, because a part of a buffer keeps all of it.
      const body = same ? Buffer.from(same.subarray(0, size)) : Buffer.concat(chunks);
      if (size >= minimumKeptSize) last = body;
      return body;
    },
  };
}
