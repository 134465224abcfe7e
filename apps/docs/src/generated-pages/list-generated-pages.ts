import { readDocument } from '@giftoin/openapi';
import { createChangelogPage } from '../changelog/create-changelog-page.ts';
import { createCompatibilityPage } from '../compatibility/create-compatibility-page.ts';
import { listErrorPages } from '../errors/list-error-pages.ts';
import type { GeneratedPage } from './generated-page.ts';

/**
 * Creates the pages that are made from the document and other files.
 *
 * @param file the OpenAPI document
 */
export async function listGeneratedPages(file: string): Promise<readonly GeneratedPage[]> {
  const document = await readDocument(file);
  return [...(await listErrorPages(document)), await createCompatibilityPage(), await createChangelogPage()];
}
