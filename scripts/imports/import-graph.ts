import type { Import } from './read-imports.ts';

/** The workspace modules that each module imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

export function createImportGraph(imports: readonly Import[]): ImportGraph {
  const graph = new Map<string, string[]>();
  for (const { from, to, kind } of imports) {
    const targets = graph.get(from) ?? [];
    graph.set(from, targets);
    if (kind !== 'workspace') continue;
    targets.push(to);
    if (!graph.has(to)) graph.set(to, []);
  }
  return graph;
}

/** Returns import cycles, each as the modules in order with the first repeated at the end. Without a cycle: none. */
export function findCycles(graph: ImportGraph): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (module: string, path: readonly string[]): void => {
    const start = path.indexOf(module);
    if (start >= 0) cycles.push([...path.slice(start), module]);
    if (start >= 0 || done.has(module)) return;
    for (const target of graph.get(module) ?? []) visit(target, [...path, module]);
    done.add(module);
  };
  for (const module of graph.keys()) visit(module, []);
  return cycles;
}

/** Returns the modules of the longest chain of imports. The graph must have no cycle. */
export function findLongestChain(graph: ImportGraph): readonly string[] {
  const chains = new Map<string, readonly string[]>();
  const chainFrom = (module: string): readonly string[] => {
    const known = chains.get(module);
    if (known) return known;
    const chain = [module, ...longest((graph.get(module) ?? []).map(chainFrom))];
    chains.set(module, chain);
    return chain;
  };
  return longest([...graph.keys()].map(chainFrom));
}

function longest(chains: readonly (readonly string[])[]): readonly string[] {
  return chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
}
