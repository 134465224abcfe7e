import { matchPath, parsePathTemplate } from './path-template.ts';

/** The operations of a path, and its parameters as the client sent them. */
export interface Route<Operation> {
  /** By their HTTP method in lower case. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** The values of the path parameters by name, still percent-encoded. */
  readonly segments: ReadonlyMap<string, string>;
}

/**
 * Creates a function that finds the path template that a path matches: if it matches several, the one with the fewest
 * segments with parameters, and of these the one with the longest text beside the parameters. A parameter may be empty. It is then missing,
 * which is another error than an unknown path.
 */
export function createRouter<Operation extends { readonly method: string; readonly path: string }>(
  operations: readonly Operation[],
): (path: string) => Route<Operation> | undefined {
  const routes = [...new Set(operations.map(({ path }) => path))]
    .map((path) => ({ template: parsePathTemplate(path), operations: groupByMethod(operations, path) }))
    .sort(({ template: a }, { template: b }) => {
      return a.variableCount - b.variableCount || b.literalLength - a.literalLength;
    });
  return (path) => {
    const segments = path.split('/');
    for (const { template, operations } of routes) {
      const values = matchPath(template, segments);
      if (values) return { operations, segments: values };
    }
    return undefined;
  };
}

/** Splits the target of a request, which can be an absolute URL, into its path and its query. */
export function parseTarget(target: string): { readonly path: string; readonly query: string } {
  const local = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = local.indexOf('?');
  return mark < 0 ? { path: local, query: '' } : { path: local.slice(0, mark), query: local.slice(mark + 1) };
}

/** Formats the methods of a route for the header `Allow`. */
export function formatAllow({ operations }: Pick<Route<unknown>, 'operations'>): string {
  return listMethods(operations.keys()).join(', ');
}

/** The methods that a server of operations with these methods allows, in upper case. */
export function listMethods(methods: Iterable<string>): string[] {
  const names = [...methods].map((method) => method.toUpperCase());
  return [...new Set([...names, ...(names.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])];
}

function groupByMethod<Operation extends { readonly method: string; readonly path: string }>(
  operations: readonly Operation[],
  path: string,
): Map<string, Operation> {
  const ofPath = operations.filter((operation) => operation.path === path);
  return new Map(ofPath.map((operation) => [operation.method.toLowerCase(), operation]));
}
