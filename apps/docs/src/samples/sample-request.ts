import type { OperationId } from '@giftoin/types';

/** What the samples of one request in all languages are created from. */
export interface SampleRequest {
  readonly operationId: OperationId;
  /** The path parameters by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The origin of the API, for example `https://api.giftoin.org`. */
  readonly origin: string;
  /** The header that carries the API key. */
  readonly apiKeyHeader: string;
  /** An API key that is not secret. Undefined: the sample reads the API key from the environment. */
  readonly apiKey?: string | undefined;
}
