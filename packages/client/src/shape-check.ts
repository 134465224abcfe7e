import { type CompactSchema, type SchemaOrName, schemas } from '@giftoin/types/response-schemas';

/** The first place where a value does not fit. */
export interface Misfit {
  /** Leads to the place, such as `[0].cards[2].isOwned`; empty for the whole. */
  readonly path: string;
  readonly sentence: string;
}

/** Holds a value against a shape; undefined where it fits. */
export type Check = (value: unknown) => Misfit | undefined;

const checks: Record<string, Check> = {};

/** The check of a shape. Made once, because to walk the shape for every value takes several times as long. */
export function checkOf(shape: SchemaOrName): Check {
  if (typeof shape !== 'string') return checkOfShape(shape);
  const named = schemas[shape];
  if (!named) return checkOfShape({ type: shape });
  return (value) => {
    // Made when it is first used, for a shape may hold itself.
    checks[shape] ??= checkOfShape(named);
    return checks[shape](value);
  };
}

function checkOfShape({
  type,
  minimum = -Infinity,
  maximum = Infinity,
  items,
  properties = {},
  optional,
}: CompactSchema): Check {
  const item = items === undefined ? undefined : checkOf(items);
  const parts = Object.entries(properties).map(([name, part]) => {
    return { name, check: checkOf(part), mayLack: optional?.includes(name) };
  });

  return (value) => {
    const actual = typeOf(value);
    // No JSON type is a part of another's name.
    if (type !== actual && !type.includes(actual)) return misfit(type, actual);
    if (typeof value === 'number') {
      if (value < minimum) return misfit(`at least ${minimum}`, value);
      return value > maximum ? misfit(`at most ${maximum}`, value) : undefined;
    }
    if (Array.isArray(value)) {
      for (let index = 0; item && index < value.length; index += 1) {
        const found = item(value[index]);
        if (found) return { ...found, path: `[${index}]${found.path}` };
      }
    } else if (value) {
      for (const { name, check, mayLack } of parts) {
        const part = (value as Readonly<Record<string, unknown>>)[name];
        const found = part === undefined && mayLack ? undefined : check(part);
        if (found) return { ...found, path: `.${name}${found.path}` };
      }
    }
    return undefined;
  };
}

function misfit(expected: string, got: unknown): Misfit {
  return { path: '', sentence: `expected ${expected}, got ${got}` };
}

/** `integer` is a type of its own. */
function typeOf(value: unknown): string {
  const type = typeof value;
  if (type === 'number') return Number.isInteger(value) ? 'integer' : type;
  if (type !== 'object') return type === 'undefined' ? 'nothing' : type;
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : type;
}
