/**
 * Builds the site.
 *
 *   node build/cli.ts [--directory DIRECTORY] [--document FILE] [--site URL | --public]
 *
 * `--public` is `--site` with the address in `externalDocs` of the document. Only the page for addresses that do not exist needs to
 * know the path of the site. Without `--site`, it expects the site at the root of a host.
 */
import { parseArgs } from 'node:util';
import { readDocsUrl, readDocument } from '@giftoin/openapi';
import { buildSite } from './build-site.ts';

try {
  const { values } = parseArgs({
    options: {
      directory: { type: 'string' },
      document: { type: 'string' },
      site: { type: 'string' },
      public: { type: 'boolean' },
    },
  });
  const site = values.public ? readDocsUrl(await readDocument(values.document)) : values.site;
  await buildSite({ ...values, site });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
