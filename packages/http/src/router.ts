/** What a path leads to: its operations, and its parameters as they were sent. */
export interface Route<Operation> {
  /** By the HTTP method, in lower case. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** The raw segments, still percent-encoded, by the parameter's name. */
  readonly segments: ReadonlyMap<string, string>;
}

/**
 * Finds the path of a document that a request's path fits, the one with the fewest parameters where several do. A segment
 * may be empty: the parameter is then missing, which is another answer than a path that does not exist.
 *
 * @param operations with `{parameters}` in their paths
 */
export function createRouter<Operation extends { readonly method: string; readonly path: string }>(
  operations: readonly Operation[],
): (path: string) => Route<Operation> | undefined {
  const templates = [...new Set(operations.map(({ path }) => path))]
    .map((path) => templateOf(path, operations))
    .sort((one, other) => one.parameters - other.parameters);
  return (path) => {
    const sent = path.split('/');
    const found = templates.find(({ parts }) => fits(parts, sent));
    if (!found) return undefined;
    const segments = new Map<string, string>();
    for (const [index, { name }] of found.parts.entries())
      if (name !== undefined) segments.set(name, sent[index] ?? '');
    return { operations: found.operations, segments };
  };
}

/** The path and the query of a request's target, which may be a whole URL. */
export function parseTarget(target: string): { readonly path: string; readonly query: string } {
  const local = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = local.indexOf('?');
  return mark < 0 ? { path: local, query: '' } : { path: local.slice(0, mark), query: local.slice(mark + 1) };
}

/** The methods that a path allows, for the header `Allow`. */
export function formatAllow({ operations }: Pick<Route<unknown>, 'operations'>): string {
  const methods = [...operations.keys()].map((method) => method.toUpperCase());
  return [...methods, ...(operations.has('get') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

/**
 * The parameters of a path, decoded once.
 *
 * @returns a sentence where one is missing or cannot be decoded
 */
export function decodePathParameters({ segments }: Pick<Route<unknown>, 'segments'>): Map<string, string> | string {
  const parameters = new Map<string, string>();
  for (const [name, segment] of segments) {
    if (segment === '') return `The parameter ${name} is missing.`;
    try {
      parameters.set(name, segment.includes('%') ? decodeURIComponent(segment) : segment);
    } catch {
      return `The parameter ${name} is not percent-encoded UTF-8.`;
    }
  }
  return parameters;
}

interface Part {
  readonly literal: string;
  readonly name: string | undefined;
}

function templateOf<Operation extends { readonly method: string; readonly path: string }>(
  path: string,
  operations: readonly Operation[],
) {
  const parts = path.split('/').map((literal): Part => ({ literal, name: /^\{(.+)\}$/.exec(literal)?.[1] }));
  const here = operations.filter((operation) => operation.path === path);
  return {
    parts,
    parameters: parts.filter(({ name }) => name !== undefined).length,
    operations: new Map(here.map((operation) => [operation.method.toLowerCase(), operation])),
  };
}

function fits(parts: readonly Part[], sent: readonly string[]): boolean {
  return (
    parts.length === sent.length && parts.every(({ literal, name }, at) => name !== undefined || literal === sent[at])
  );
}
