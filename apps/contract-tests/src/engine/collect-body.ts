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

export function createBodyCollector(): BodyCollector {
  let chunks: Buffer[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(chunk) {
      size += chunk.length;
      if (size > maximumBodySize) chunks = [];
      else chunks.push(chunk);
      return size <= maximumBodySize;
    },
    toBuffer: () => Buffer.concat(chunks),
  };
}
