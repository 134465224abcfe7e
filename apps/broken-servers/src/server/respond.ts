import type { Header } from './headers.ts';

/** A GET request as it was received. Nothing is decoded. */
export interface RawRequest {
  /** The path and query. */
  readonly target: string;
  readonly headers: readonly Header[];
}

/** A response before it is written. `Content-Length` is added unless the headers frame the body. */
export interface RawResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Buffer;
  /** The reason phrase. Default: the standard phrase of the status code. */
  readonly reason?: string;
  /** Default: `1.1`. */
  readonly version?: '1.0' | '1.1';
  /** Bytes to write before the response. */
  readonly prefix?: string;
  /** How long to delay the response, in milliseconds. */
  readonly delay?: number;
  /** Where to cut off the bytes, as in `subarray`. 0 resets the connection without a response. */
  readonly cut?: number;
  /** Whether to close the connection after the response, and announce it. */
  readonly close?: boolean;
  /** Whether only the end of the connection marks the end of the body. */
  readonly unframed?: boolean;
}

/** Creates the response to a request. */
export type Respond = (request: RawRequest) => Promise<RawResponse>;

/** What the suite is given to access the server. */
export interface Account {
  /** The API key that the server accepts. */
  readonly apiKey: string;
  /** The ID of the user who owns the most cards. */
  readonly user: string;
}

/** How a server differs from the conforming server. Called once per run, so that it may keep state. */
export type Change = (respond: Respond, account: Account) => Respond;
