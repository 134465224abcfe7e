import { errorPages, errorPagesUrl } from '@giftoin/types/error-pages';

interface ErrorKind {
  readonly kind: string;
  readonly status?: number | undefined;
  readonly errorCode?: number | undefined;
}

/**
 * Returns the address of the page about an error: the page of its error code, of its status code, or else of its kind, for
 * example `errors/not-json/`. A status code without an error code can be the one of another server than the API.
 */
export function createDocsUrl({ kind, status, errorCode }: ErrorKind): string {
  const isDocumented = (page: number) => page === errorCode || (page === status && kind !== 'unexpectedStatus');
  const page = errorPages.find(isDocumented) ?? kind.replace(/[A-Z]/g, '-$&').toLowerCase();
  return `${errorPagesUrl}${page}/`;
}
