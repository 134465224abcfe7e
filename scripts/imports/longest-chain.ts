import type { Import } from './read-imports.ts';

/** Returns the modules of the longest chain of imports inside the workspace. The graph must have no cycle. */
export function longestChain(imports: readonly Import[]): readonly string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to, kind } of imports) {
    if (kind === 'workspace') targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const chains = new Map<string, readonly string[]>();
  const chainFrom = (module: string): readonly string[] => {
    const known = chains.get(module);
    if (known) return known;
    const chain = [module, ...longest((targets.get(module) ?? []).map(chainFrom))];
    chains.set(module, chain);
    return chain;
  };
  return longest([...targets.keys()].map(chainFrom));
}

/** Formats a chain with its length in imports. */
export function formatChain(chain: readonly string[]): string {
  return `longest chain ${Math.max(chain.length - 1, 0)}: ${chain.join(' -> ')}`;
}

function longest(chains: readonly (readonly string[])[]): readonly string[] {
  return chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
}
