import { endpoints } from '@giftoin/types';
import { createUrl } from './create-url.ts';
import { formatCall, type SampleLanguage } from './format-call.ts';
import type { SampleRequest } from './sample-request.ts';

export { type SampleLanguage, sampleLanguages } from './format-call.ts';

/** Creates the code that sends a request and prints the response. */
export function createRequestSample(language: SampleLanguage, request: SampleRequest): string {
  const { operationId, parameters, origin, apiKeyHeader, apiKey } = request;
  const names = Object.keys(endpoints[operationId].parameters);
  return formatCall(language, {
    operationId,
    method: endpoints[operationId].method,
    url: createUrl(request),
    headers: {},
    apiKeyHeader,
    apiKey,
    body: undefined,
    input: Object.fromEntries(names.map((name) => [name, parameters[name] ?? ''])),
    baseUrl: origin,
    hasResult: true,
  });
}
