import type { CollectionChallengeProgress } from '@giftoin/types';

/** Why a request has no response that the page can read. */
export type FailureCause = 'notRunning' | 'originRefused' | 'localNetworkRefused' | 'cut';

/** An error of the client, as data. */
export interface Failure {
  /** The `kind` of the error of the client. */
  readonly kind: string;
  readonly message: string;
  readonly status?: number | undefined;
  readonly errorCode?: number | undefined;
  /** Milliseconds to wait before the next request. */
  readonly retryAfter?: number | undefined;
  /** Why no response was received. */
  readonly cause?: FailureCause | undefined;
  /** The origin that the request was sent to. */
  readonly origin: string;
  /** The page about the error, relative to the error catalogue, for example `402/`. */
  readonly page?: string | undefined;
}

/** A response as it was received. */
export interface ReceivedResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body as text: as much as was received. */
  readonly body: string;
}

/** A request and what came of it. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly apiKeyHeader: string;
  /** Undefined if no response was received. */
  readonly response?: ReceivedResponse | undefined;
  /** Milliseconds. */
  readonly duration: number;
  /** When the response was received or the request failed, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** Undefined if the request succeeded. */
  readonly failure?: Failure | undefined;
  /** The validated body of a success. */
  readonly value?: unknown;
}

/** The programs in a response. Undefined if it is the response of an operation that returns something else. */
export function toPrograms(value: unknown): readonly CollectionChallengeProgress[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  return list.every(isProgram) ? list : undefined;
}

function isProgram(value: unknown): value is CollectionChallengeProgress {
  const { id, cards, collectedCount } = Object(value) as Partial<CollectionChallengeProgress>;
  return typeof id === 'string' && Array.isArray(cards) && typeof collectedCount === 'number';
}
