import type { Operation } from '@giftoin/openapi';
import { type CheckContext, SkippedError } from '../model/check.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { createIdentity, fetchPage, type Page } from './fetch-page.ts';
import { findLimit } from './find-limit.ts';

/** The items of a list, once in a large page and once in small pages. */
export interface Walk {
  /** The IDs in the large page. */
  readonly expected: readonly string[];
  /** The IDs in the small pages. */
  readonly received: readonly string[];
  /** Whether a small page was the last one. Otherwise there were too many to fetch all. */
  readonly isEnded: boolean;
  /** Whether a small page has the cursor of an earlier one, or the pages have no items but go on. */
  readonly isEndless: boolean;
  /** The last exchange. */
  readonly exchange: CompleteExchange;
}

/** A longer list is walked only so far. */
const maximumPages = 12;
/** In how many small pages a list is fetched. */
const wantedPages = 4;

/** Fetches a list in one large page, and then in small pages. Returns undefined if a response is no list. */
export async function walkPages(
  server: ServerUnderTest,
  context: CheckContext,
  operation: Operation,
): Promise<Walk | undefined> {
  const limit = findLimit(server, operation);
  const fetch = (size: number | undefined, cursor: string | undefined) =>
    fetchPage(server, context, operation, { limit, size, cursor });
  const large = await fetch(limit?.maximum, undefined);
  if (!large) return undefined;
  if (large.items.length === 0) throw new SkippedError('the list is empty');
  const size = limit && Math.max(limit.minimum, Math.ceil(large.items.length / wantedPages));

  const received: unknown[] = [];
  const cursors = new Set<string>();
  let isEndless = false;
  let cursor: string | undefined;
  let page: Page | undefined;
  for (let pages = 0; pages < maximumPages; pages += 1) {
    page = await fetch(size, cursor);
    if (!page) return undefined;
    received.push(...page.items);
    const isOffset = operation.pagination?.kind === 'offset';
    cursor = isOffset ? (page.items.length > 0 ? String(received.length) : undefined) : page.cursor;
    if (cursor === undefined) break;
    isEndless = cursors.has(cursor);
    if (isEndless) break;
    cursors.add(cursor);
  }
  const identify = createIdentity([...large.items, ...received]);
  return {
    expected: large.items.map(identify),
    received: received.map(identify),
    isEnded: cursor === undefined,
    isEndless: isEndless || received.length === 0,
    exchange: (page ?? large).exchange,
  };
}
