import { isObject, isSuccess, type Operation } from '@giftoin/openapi';
import type { CheckContext } from '../model/check.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import { readPointer } from '../model/list-items.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import type { ParameterTexts } from '../model/test-request.ts';
import type { Limit } from './find-limit.ts';

/** A page of a list. */
export interface Page {
  readonly items: readonly unknown[];
  /** Leads to the next page; undefined if the page is the last one. */
  readonly cursor: string | undefined;
  readonly exchange: CompleteExchange;
}

export interface PageRequest {
  readonly limit: Limit | undefined;
  /** Default: the limit is not sent. */
  readonly size: number | undefined;
  /** The cursor or the offset of the page. Default: the first page. */
  readonly cursor: string | undefined;
}

/** Fetches a page. Returns undefined if the response is no list, which other checks find. */
export async function fetchPage(
  { contract }: ServerUnderTest,
  context: CheckContext,
  operation: Operation,
  { limit, size, cursor }: PageRequest,
): Promise<Page | undefined> {
  const { pagination } = operation;
  const parameters: ParameterTexts = {
    ...(limit && size !== undefined && { [limit.parameter.name]: [String(size)] }),
    ...(pagination && cursor !== undefined && { [pagination.parameter]: [cursor] }),
  };
  const exchange = await context.send(operation, { parameters });
  if (!exchange || !isSuccess(exchange.response)) return undefined;
  const { json } = exchange.response;
  const items = readPointer(json, contract.findItems(operation)?.pointer ?? '');
  if (!Array.isArray(items)) return undefined;
  const next = pagination?.kind === 'cursor' ? readPointer(json, pagination.next) : undefined;
  const hasNext = next !== undefined && next !== null && next !== '';
  return { items, cursor: hasNext ? String(next) : undefined, exchange };
}

/** Returns a function that identifies items: by their property `id` if all have one, else by all their properties. */
export function createIdentity(items: readonly unknown[]): (item: unknown) => string {
  const hasIds = items.every((item) => isObject(item) && ['string', 'number'].includes(typeof item.id));
  return (item) => JSON.stringify(hasIds && isObject(item) ? item.id : item);
}
