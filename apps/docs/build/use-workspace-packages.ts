import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Makes Node.js run the packages of the workspace from their sources, instead of bundling them: they read files next to their
 * sources. In the browser they are bundled.
 */
export function useWorkspacePackages(): Plugin {
  return {
    name: 'giftoin:use-workspace-packages',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!id.startsWith('@giftoin/') || this.environment.name === 'client') return undefined;
      return { id: resolvePackage(id, importer), external: true };
    },
  };
}

/** Resolves an import as the file that contains it does. A package of the workspace has dependencies of its own. */
function resolvePackage(id: string, importer: string | undefined): string {
  const file = importer?.startsWith('file:') ? fileURLToPath(importer) : importer;
  if (file === undefined || !isAbsolute(file)) return import.meta.resolve(id);
  return pathToFileURL(createRequire(file).resolve(id)).href;
}
