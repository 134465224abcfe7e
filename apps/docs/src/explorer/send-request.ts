import { createGiftoinClient, type GiftoinError, isGiftoinError, type OperationId } from '@giftoin/client';
import { endpoints } from '@giftoin/types';
import { errorPagesUrl } from '@giftoin/types/error-pages';
import { createUrl } from '../samples/create-url.ts';
import type { Exchange, Failure, FailureCause } from './exchange.ts';
import { recordFetch } from './record-fetch.ts';
import type { Settings } from './settings.ts';

export interface Target {
  readonly fetch: typeof fetch;
  readonly origin: string;
  /** Empty: no API key is sent. */
  readonly apiKey: string;
  /** Finds out why no response was received. */
  findCause(url: string): Promise<FailureCause>;
}

/** Sends a request with the client, once. Rejects only if the signal aborts it. */
export async function sendRequest(settings: Settings, target: Target, signal: AbortSignal): Promise<Exchange> {
  const operationId = settings.operationId as OperationId;
  const { apiKeyHeader } = settings;
  const recording = recordFetch(target.fetch, target.apiKey ? undefined : apiKeyHeader);
  const parameters = pickParameters(settings);
  const start = performance.now();
  const result = await call().catch((error: GiftoinError) => ({ error }));
  signal.throwIfAborted();
  const duration = performance.now() - start;
  const response = await recording.read();
  const url = createUrl({ operationId, parameters, origin: target.origin, apiKeyHeader });
  const failure = 'error' in result ? await toFailure(result.error, url, response !== undefined, target) : undefined;
  const value = 'value' in result ? result.value : undefined;
  const { method } = endpoints[operationId];
  return { method, url, apiKeyHeader, response, duration, time: Date.now(), failure, value };

  // An async function, because the client throws if an option is invalid, for example the API key.
  async function call() {
    const client = createGiftoinClient({
      apiKey: target.apiKey || 'none',
      apiKeyHeader: apiKeyHeader as 'x-gft-api-key',
      apiKeyIsPublic: true,
      baseUrl: target.origin,
      fetch: recording.fetch,
      // The page shows the response of every request.
      retries: 0,
    });
    const send = client[operationId] as (input: object, options: object) => Promise<unknown>;
    return { value: await send(parameters, { signal }) };
  }
}

/** The parameters of the chosen operation. */
export function pickParameters({ operationId, parameters }: Settings): Readonly<Record<string, string>> {
  const names = Object.keys(endpoints[operationId as OperationId].parameters);
  return Object.fromEntries(names.map((name) => [name, parameters[name] ?? '']));
}

async function toFailure(error: GiftoinError, url: string, hasResponse: boolean, target: Target): Promise<Failure> {
  const { origin } = target;
  if (!isGiftoinError(error)) return { kind: 'unknown', message: String(error), origin };
  const { kind, message, status, errorCode, retryAfter, docs } = error;
  const isUnreachable = kind === 'network';
  const cause = isUnreachable ? (hasResponse ? 'cut' : await target.findCause(url)) : undefined;
  return { kind, message, status, errorCode, retryAfter, cause, origin, page: docs.replace(errorPagesUrl, '') };
}
