import type { Plugin } from 'vite';

/**
 * Makes Node.js run the packages of the workspace from their sources, instead of bundling them: they read files next to their
 * sources. In the browser they are bundled.
 */
export function useWorkspacePackages(): Plugin {
  return {
    name: 'giftoin:use-workspace-packages',
    enforce: 'pre',
    resolveId(id) {
      if (!id.startsWith('@giftoin/') || this.environment.name === 'client') return undefined;
      return { id: import.meta.resolve(id), external: true };
    },
  };
}
