import { type OpenApiDocument, readDocument } from '@giftoin/openapi';
import { readSiteOptions } from '../../build/site-options.ts';

let document: Promise<OpenApiDocument> | undefined;

/** Reads the document that the site is built from, once. */
export function readSiteDocument(): Promise<OpenApiDocument> {
  document ??= readDocument(readSiteOptions(process.env).document);
  return document;
}
