import { documentFile } from '@giftoin/openapi';

/** What one build of the site differs in. */
export interface SiteOptions {
  /** The directory for the output of Astro. */
  readonly outDir: string;
  /** The directory for temporary files of the build. */
  readonly cacheDir: string;
  /** The OpenAPI document of the API. */
  readonly document: string;
}

/** Astro runs in a process of its own, which reads the options from these variables. */
export function writeSiteOptions({ outDir, cacheDir, document }: SiteOptions): Record<string, string> {
  return {
    GIFTOIN_DOCS_OUTPUT: outDir,
    GIFTOIN_DOCS_CACHE: cacheDir,
    GIFTOIN_DOCS_DOCUMENT: document,
  };
}

/** Reads the options in the process of Astro. `astro dev` starts without them. */
export function readSiteOptions(environment: NodeJS.ProcessEnv): SiteOptions {
  return {
    outDir: environment.GIFTOIN_DOCS_OUTPUT || './node_modules/.site/output',
    cacheDir: environment.GIFTOIN_DOCS_CACHE || './node_modules/.site/cache',
    document: environment.GIFTOIN_DOCS_DOCUMENT || documentFile,
  };
}
