import type { Operation } from '@giftoin/openapi';

/** A path of the document that a request's path fits, with its operations by method and its parameters as sent. */
export interface Route {
  readonly operations: ReadonlyMap<string, Operation>;
  /** The raw segments, still percent-encoded, by the parameter's name. */
  readonly segments: ReadonlyMap<string, string>;
}

/**
 * Finds the path that `path` fits, the one with the fewest parameters where several do. A segment may be empty: the
 * parameter is then missing, which is another answer than a path that does not exist.
 */
export function routeOf(operations: readonly Operation[], path: string): Route | undefined {
  const sent = path.split('/');
  const fitting = [...new Set(operations.map((operation) => operation.path))]
    .map((template) => ({ template, segments: match(template.split('/'), sent) }))
    .filter((candidate) => candidate.segments !== undefined)
    .sort((left, right) => (left.segments?.size ?? 0) - (right.segments?.size ?? 0));
  const [best] = fitting;
  if (!best?.segments) return undefined;
  const here = operations.filter((operation) => operation.path === best.template);
  return { operations: new Map(here.map((operation) => [operation.method, operation])), segments: best.segments };
}

function match(template: readonly string[], sent: readonly string[]): Map<string, string> | undefined {
  if (template.length !== sent.length) return undefined;
  const segments = new Map<string, string>();
  for (const [index, part] of template.entries()) {
    const value = sent[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined) segments.set(name, value);
    else if (part !== value) return undefined;
  }
  return segments;
}
