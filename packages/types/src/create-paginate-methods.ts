import type { Endpoint, EndpointPagination } from './endpoint.ts';
import { endpoints as generated } from './generated/names.ts';

type Input = Readonly<Record<string, unknown>>;

/** Sends one call of an operation. `options` are the options of the call. */
type SendCall = (operationId: string, input: Input, options: unknown) => Promise<{ readonly value: unknown }>;

/** The class of the error if a page is not what the document says. */
type PageError = new (
  message: string,
  details: { readonly operationId: never; readonly attempts: number; readonly path: string },
) => Error;

/** Creates the methods that iterate over the items of all pages. Only the operations with pages have one. */
export type CreatePaginateMethods = (sendCall: SendCall, PageError: PageError) => Readonly<Record<string, unknown>>;

export const createPaginateMethods: CreatePaginateMethods = (sendCall, PageError) => {
  const endpoints: Readonly<Record<string, Endpoint>> = generated;
  const methods = Object.entries(endpoints).flatMap(([operationId, { pagination }]) => {
    if (!pagination) return [];
    const createError = (pointer: string, problem: string) => {
      const path = listNames(pointer).join('.');
      const place = path && ` at ${path}`;
      const message = `The response violates the contract${place}: ${problem}.`;
      return new PageError(message, { operationId: operationId as never, attempts: 1, path });
    };
    const method = (input: Input = {}, options: unknown = {}) =>
      iterate(pagination, input, async (page) => (await sendCall(operationId, page, options)).value, createError);
    return [[operationId, method]];
  });
  return Object.fromEntries(methods);
};

/**
 * Requests a page when its first item is needed. A server that repeats a cursor, or ignores the offset, would return pages
 * without end. The iteration then fails.
 */
async function* iterate(
  { kind, parameter, items: itemsPointer, next: nextPointer = '' }: EndpointPagination,
  input: Input,
  fetchPage: (input: Input) => Promise<unknown>,
  createError: (pointer: string, problem: string) => Error,
): AsyncGenerator<unknown, void, undefined> {
  const cursors = new Set([input[parameter]]);
  let offset = Number(input[parameter] ?? 0);
  let previous: string | undefined;
  let pageInput = input;
  for (;;) {
    const page = await fetchPage(pageInput);
    const items = getValue(page, itemsPointer);
    if (!Array.isArray(items)) throw createError(itemsPointer, 'expected array');
    let next: unknown;
    if (kind === 'cursor') {
      next = getValue(page, nextPointer);
    } else if (items.length > 0) {
      const text = JSON.stringify(items);
      if (text === previous) throw createError(itemsPointer, `the same items for another value of ${parameter}`);
      previous = text;
      offset += items.length;
      next = offset;
    }
    yield* items;
    if (next === undefined || next === null || next === '') return;
    if (cursors.has(next)) throw createError(nextPointer, 'the same cursor as in an earlier page');
    cursors.add(next);
    pageInput = { ...input, [parameter]: next };
  }
}

/** Returns the value at a JSON pointer. */
function getValue(value: unknown, pointer: string): unknown {
  return listNames(pointer).reduce((parent, name) => (parent as Input | null | undefined)?.[name], value);
}

/** Lists the property names in a JSON pointer. */
function listNames(pointer: string): string[] {
  const [, ...names] = pointer.split('/');
  return names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}
