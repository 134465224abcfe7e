import { endpoints } from '@giftoin/types';
import type { SampleRequest } from './sample-request.ts';

/** The URL of a request. */
export function createUrl({ operationId, parameters, origin }: SampleRequest): string {
  const { path } = endpoints[operationId];
  return origin + path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
}
