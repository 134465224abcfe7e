import { type AnyShape, shapes } from '@giftoin/types/answers';

/** One place of a value that does not fit. */
export interface Misfit {
  /** Leads to the place, such as `[0].cards[2].isOwned`; empty for the whole. */
  readonly path: string;
  readonly sentence: string;
}

/** The first place where a value does not have its shape; undefined where it has. */
export function misfitOf(value: unknown, shape: AnyShape): Misfit | undefined {
  // Most of an answer: strings and booleans.
  if (shape === typeof value && shape !== 'object') return undefined;
  const { type, minimum, maximum, items, properties, optional } =
    typeof shape === 'string' ? (shapes[shape] ?? { type: shape }) : shape;
  const actual = typeOf(value);
  // No JSON type is a part of another's name.
  if (!type.includes(actual)) return { path: '', sentence: `expected ${type}, got ${actual}` };
  if (typeof value === 'number') {
    const bound = value < Number(minimum) ? `least ${minimum}` : value > Number(maximum) && `most ${maximum}`;
    return bound ? { path: '', sentence: `expected at ${bound}, got ${value}` } : undefined;
  }
  if (value === null || typeof value !== 'object') return undefined;
  // A shape has items or properties: the names of the parts are the indexes, or those that the document has.
  for (const name in items === undefined ? properties : value) {
    const part: unknown = Reflect.get(value, name);
    if (part === undefined && optional?.includes(name)) continue;
    const misfit = misfitOf(part, items ?? properties?.[name] ?? '');
    if (misfit) return { ...misfit, path: (items === undefined ? `.${name}` : `[${name}]`) + misfit.path };
  }
  return undefined;
}

/** `integer` is a type of its own. */
function typeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
