import { isObject, type JsonObject, type SchemaValidator } from '@giftoin/openapi';

/** What is wrong with a body. */
export type BodyDefect = 'required' | 'type' | 'value' | 'unknown-property';

/** A body that does not fit its schema. */
export interface MalformedBody {
  readonly defect: BodyDefect;
  readonly value: unknown;
  /** Completes "If …". */
  readonly when: string;
}

/** More bodies would take too many requests, and show little more. */
const maximumPerDefect = 5;
const maximumDepth = 3;

/** Creates bodies that do not fit a schema, each from a body that fits and one change. */
export function createMalformedBodies(
  validate: SchemaValidator,
  schema: JsonObject,
  wellFormed: unknown,
): MalformedBody[] {
  const seen = new Set<string>();
  const counts = new Map<BodyDefect, number>();
  return listChanges(wellFormed, '', (value) => value, 0).filter(({ defect, value, when }) => {
    const count = counts.get(defect) ?? 0;
    const id = `${defect} ${when.replace(/ is .*/, '')}`;
    // Of several wrong values of the same property, one is enough.
    if (count >= maximumPerDefect || (defect === 'value' && seen.has(id))) return false;
    if (validate(schema, value).length === 0) return false;
    seen.add(id);
    counts.set(defect, count + 1);
    return true;
  });
}

/** @param replace creates the whole body with another value in the place of this one */
function listChanges(
  value: unknown,
  path: string,
  replace: (value: unknown) => unknown,
  depth: number,
): MalformedBody[] {
  const name = path || 'the body';
  const change = (defect: BodyDefect, to: unknown, when: string): MalformedBody => ({
    defect,
    value: replace(to),
    when: `${name} ${when}`,
  });
  const own = [
    ...createWrongTypes(value).map((wrong) => change('type', wrong, `is ${JSON.stringify(wrong)}`)),
    ...createWrongValues(value).map((wrong) => change('value', wrong, `is ${abbreviate(wrong)}`)),
  ];
  if (depth === maximumDepth) return own;
  if (Array.isArray(value)) {
    const [first, ...others] = value;
    const inFirst = listChanges(first, `${path}[0]`, (item) => replace([item, ...others]), depth + 1);
    return first === undefined ? own : [...own, ...inFirst];
  }
  if (!isObject(value)) return own;
  const unknown = { ...value, 'no-such-property-4c8e1f5a9b': 1 };
  const names = Object.keys(value);
  const toPath = (property: string) => (path === '' ? property : `${path}.${property}`);
  return [
    ...own,
    ...names.map((property): MalformedBody => {
      const { [property]: _, ...others } = value;
      return { defect: 'required', value: replace(others), when: `${toPath(property)} is missing` };
    }),
    change('unknown-property', unknown, 'has an unknown property'),
    ...names.flatMap((property) =>
      listChanges(value[property], toPath(property), (item) => replace({ ...value, [property]: item }), depth + 1),
    ),
  ];
}

/** Values of another type. Careless servers convert a number in a string, or a string in an array. */
function createWrongTypes(value: unknown): unknown[] {
  if (typeof value === 'string') return [[value]];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return [value[0] ?? 'text', {}];
  if (isObject(value)) return ['text', [value]];
  return ['text'];
}

/** Values of the same type that many schemas do not allow. */
function createWrongValues(value: unknown): unknown[] {
  if (typeof value === 'string') {
    return ['no-such-value-4c8e1f5a9b', '', '!', `${value}\n`, 'ü', 'a'.repeat(300), 'a'.repeat(10_001)];
  }
  if (typeof value === 'number') return [-1, 0, value + 0.5, 1_000_000_007, -1_000_000_007];
  if (Array.isArray(value)) {
    return [[], [value[0], value[0]], Array.from({ length: 101 }, () => value[0])].filter(
      (items) => items.length === 0 || value.length > 0,
    );
  }
  return isObject(value) ? [{}] : [];
}

function abbreviate(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40
    ? `${Array.isArray(value) ? 'an array' : 'a string'} of length ${(value as string).length}`
    : text;
}
