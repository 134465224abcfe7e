/** A path template of an OpenAPI document, split at its slashes. */
export interface PathTemplate {
  readonly path: string;
  readonly segments: readonly SegmentTemplate[];
  /** How many segments have parameters. */
  readonly variableCount: number;
  /** How many characters of the template are not parameters. */
  readonly literalLength: number;
}

/** For example `{id}.json`: the parameter `id` between the literals `''` and `.json`. */
interface SegmentTemplate {
  /** One more than there are parameters. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

/** @throws {Error} if the template cannot be matched; the message is the end of a sentence that starts with the path */
export function parsePathTemplate(path: string): PathTemplate {
  if (!path.startsWith('/')) throw new Error('does not start with a slash');
  const segments = path.split('/').map(parseSegment);
  const names = segments.flatMap((segment) => segment.names);
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate !== undefined) throw new Error(`contains the parameter ${duplicate} twice`);
  const literalLength = segments.flatMap(({ literals }) => literals).join('').length;
  const variableCount = segments.filter((segment) => segment.names.length > 0).length;
  return { path, segments, variableCount, literalLength };
}

function parseSegment(segment: string): SegmentTemplate {
  const parts = segment.split(/\{([^{}]+)\}/);
  const literals = parts.filter((_, index) => index % 2 === 0);
  if (literals.some((literal) => /[{}]/.test(literal))) throw new Error('has a brace that is not part of a parameter');
  const names = parts.filter((_, index) => index % 2 === 1);
  const between = literals.slice(1, -1);
  if (between.includes('')) throw new Error('has two parameters without a character between them');
  return { literals, names };
}

/**
 * Matches the segments of a path. Returns the values of the parameters by name, still percent-encoded; undefined if the path
 * does not match. A value may be empty.
 */
export function matchPath({ segments: templates }: PathTemplate, segments: readonly string[]) {
  if (templates.length !== segments.length) return undefined;
  const values = new Map<string, string>();
  for (const [index, template] of templates.entries()) {
    if (!matchSegment(template, segments[index] ?? '', values)) return undefined;
  }
  return values;
}

/** Matches from left to right, in linear time. A value contains the literal after it only in the last parameter. */
function matchSegment({ literals, names }: SegmentTemplate, segment: string, values: Map<string, string>): boolean {
  const [first = '', ...rest] = literals;
  if (names.length === 0) return segment === first;
  const last = rest.pop() ?? '';
  const lastStart = segment.length - last.length;
  if (!segment.startsWith(first) || !segment.endsWith(last)) return false;
  let start = first.length;
  for (const [index, literal] of rest.entries()) {
    const end = segment.indexOf(literal, start);
    if (end < 0) return false;
    values.set(names[index] ?? '', segment.slice(start, end));
    start = end + literal.length;
  }
  if (start > lastStart) return false;
  values.set(names.at(-1) ?? '', segment.slice(start, lastStart));
  return true;
}
