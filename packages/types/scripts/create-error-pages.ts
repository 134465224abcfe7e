import { listErrorPages, type OpenApiDocument, readDocsUrl } from '@giftoin/openapi';

/** Creates the addresses of the pages about errors. A client adds one to each of its errors. */
export function createErrorPages(document: OpenApiDocument): string {
  const base = readDocsUrl(document);
  return `/** ${base === undefined ? 'Relative, because the document names no docs.' : 'What the address of every page about an error starts with.'} */
export const errorPagesUrl: string = ${JSON.stringify(`${base ?? ''}errors/`)};
/** The error codes and status codes that have a page. An error code precedes its status code, because it says more. */
export const errorPages: readonly number[] = ${JSON.stringify(listErrorPages(document))};
`;
}
