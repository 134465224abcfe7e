import { type OpenApiDocument, toObject } from './document.ts';

/** Returns the address of the published docs (`externalDocs`), with a slash at the end. `undefined` if there is none. */
export function readDocsUrl(document: OpenApiDocument): string | undefined {
  const { url } = toObject(document.externalDocs);
  return typeof url === 'string' ? url.replace(/\/?$/, '/') : undefined;
}
