import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Makes Node.js run some packages from their own files, instead of bundling them, because they read files next to those: the
 * packages of this workspace, and the Markdown parser of Starlight, which is a native module. In the browser they are bundled.
 */
export function runFromSources(): Plugin {
  return {
    name: 'giftoin:run-from-sources',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!(id.startsWith('@giftoin/') || id === 'satteri') || this.environment.name === 'client') return undefined;
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found && { id: pathToFileURL(found.id).href, external: true };
    },
  };
}
