import type { Operation } from '@giftoin/openapi';
import type { TestRequest } from './test-request.ts';

/** A response as it was received. */
export interface ReceivedResponse {
  readonly status: number;
  /** The reason phrase of the status line. */
  readonly reason: string;
  /** All values by the name in lower case, trailers included. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  /** The bytes of the body, decompressed. If that fails, the bytes as they were received. */
  readonly body: Buffer;
  /** The length of the body in bytes, if only its beginning was kept. */
  readonly fullLength?: number;
  /** The parsed body; undefined if it is not valid JSON. */
  readonly json: unknown;
  /** Why the body could not be decompressed. */
  readonly decodingError?: DecodingError;
}

/** Why a body could not be decompressed. */
export interface DecodingError {
  readonly code: 'content-encoding-unknown' | 'content-encoding-mismatch';
  readonly encoding: string;
  readonly message: string;
}

/** A request, and the response if there was one. */
export interface Exchange {
  readonly operation: Operation;
  readonly request: TestRequest;
  /** The path and query, as they were sent. */
  readonly target: string;
  /** The origin and base path of the server. Default: those of the run. Recorded traffic can have several. */
  readonly origin?: string;
  /** Undefined if there was none. */
  readonly response: ReceivedResponse | undefined;
  /** Why there was no response. */
  readonly failure?: string;
}

/** An exchange with a response. */
export type CompleteExchange = Exchange & { readonly response: ReceivedResponse };
