/** The operations of a path, and its parameters as the client sent them. */
export interface Route<Operation> {
  /** By their HTTP method in lower case. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** The segments by the name of their parameter, still percent-encoded. */
  readonly segments: ReadonlyMap<string, string>;
}

/**
 * Creates a function that finds the path template that a path matches: the one with the fewest parameters if it matches
 * several. A segment may be empty. The parameter is then missing, which is another error than an unknown path.
 */
export function createRouter<Operation extends { readonly method: string; readonly path: string }>(
  operations: readonly Operation[],
): (path: string) => Route<Operation> | undefined {
  const templates = [...new Set(operations.map(({ path }) => path))]
    .map((path) => parseTemplate(path, operations))
    .sort((a, b) => a.parameterCount - b.parameterCount);
  return (path) => {
    const segments = path.split('/');
    const template = templates.find(({ parts }) => matches(parts, segments));
    if (!template) return undefined;
    const values = new Map<string, string>();
    for (const [index, { name }] of template.parts.entries()) {
      if (name !== undefined) values.set(name, segments[index] ?? '');
    }
    return { operations: template.operations, segments: values };
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
  const methods = [...operations.keys()].map((method) => method.toUpperCase());
  return [...methods, ...(operations.has('get') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

interface Part {
  readonly literal: string;
  /** The name of the parameter; undefined for a literal part. */
  readonly name: string | undefined;
}

function parseTemplate<Operation extends { readonly method: string; readonly path: string }>(
  path: string,
  operations: readonly Operation[],
) {
  const parts = path.split('/').map((literal): Part => ({ literal, name: /^\{(.+)\}$/.exec(literal)?.[1] }));
  const ofPath = operations.filter((operation) => operation.path === path);
  return {
    parts,
    parameterCount: parts.filter(({ name }) => name !== undefined).length,
    operations: new Map(ofPath.map((operation) => [operation.method.toLowerCase(), operation])),
  };
}

function matches(parts: readonly Part[], segments: readonly string[]): boolean {
  return (
    parts.length === segments.length &&
    parts.every(({ literal, name }, index) => name !== undefined || literal === segments[index])
  );
}
