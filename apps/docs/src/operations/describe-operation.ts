import type { Operation, Pagination } from '@giftoin/openapi';
import { code } from './code.ts';

/** Describes how to handle an operation: whether it can be repeated, and how it returns pages. Each item is a sentence. */
export function describeOperation(operation: Operation): string[] {
  const { isRetryable, idempotencyKeyHeader, pagination } = operation;
  return [
    describeRetry(isRetryable, idempotencyKeyHeader),
    ...(pagination === undefined ? [] : [describePagination(pagination)]),
  ];
}

function describeRetry(isRetryable: boolean, header: string | undefined): string {
  if (isRetryable && header !== undefined) {
    return `You can send the request again with the same ${code(header)} if you do not know whether it arrived.`;
  }
  if (isRetryable) return 'It is safe to send the request more than once.';
  return 'Do not send the request again unless you know that it did not arrive: it changes data.';
}

function describePagination(pagination: Pagination): string {
  const items = describePlace(pagination.items);
  const limit =
    pagination.limit === undefined ? '' : ` ${code(pagination.limit)} limits the number of items of a page.`;
  if (pagination.kind === 'cursor') {
    const next = describePlace(pagination.next);
    return `It returns pages: the items are in ${items}. For the next page, send ${next} in ${code(pagination.parameter)}. There is none if it is null, absent or empty.${limit}`;
  }
  return `It returns pages: the items are in ${items}. For the next page, send the number of items that you have in ${code(pagination.parameter)}. The last page has no items.${limit}`;
}

function describePlace(pointer: string): string {
  return pointer === '' ? 'the body' : code(pointer.slice(1).replaceAll('/', '.'));
}
