import type { AnyShape, Shape } from '@giftoin/types/answers';
import { shapes } from '@giftoin/types/answers';

/** One place of a value that does not fit. */
export interface Misfit {
  /** Leads to the place, such as `[0].cards[2].isOwned`; empty for the whole. */
  readonly path: string;
  readonly sentence: string;
}

/** The first place where a value does not have its shape; undefined where it has. */
export function misfitOf(value: unknown, shape: AnyShape): Misfit | undefined {
  if (typeof shape !== 'string') return typeMisfit(value, shape.type) ?? partMisfit(value, shape);
  const named = shapes[shape];
  return named === undefined ? typeMisfit(value, shape) : misfitOf(value, named);
}

function typeMisfit(value: unknown, expected: string): Misfit | undefined {
  const type = typeOf(value);
  // No JSON type is a part of another's name.
  if (expected.includes(type) || (type === 'integer' && expected.includes('number'))) return undefined;
  return { path: '', sentence: `expected ${expected.replaceAll('|', ' or ')}, got ${type}` };
}

function partMisfit(value: unknown, shape: Shape): Misfit | undefined {
  if (typeof value === 'number') return boundMisfit(value, shape);
  if (Array.isArray(value)) return shape.items === undefined ? undefined : itemMisfit(value, shape.items);
  return value === null ? undefined : propertyMisfit(value as object, shape);
}

function boundMisfit(value: number, { minimum = value, maximum = value }: Shape): Misfit | undefined {
  if (value < minimum) return { path: '', sentence: `expected at least ${minimum}, got ${value}` };
  return value > maximum ? { path: '', sentence: `expected at most ${maximum}, got ${value}` } : undefined;
}

function itemMisfit(items: readonly unknown[], shape: AnyShape): Misfit | undefined {
  for (let index = 0; index < items.length; index += 1) {
    const misfit = misfitOf(items[index], shape);
    if (misfit) return within(`[${index}]`, misfit);
  }
  return undefined;
}

function propertyMisfit(value: object, { properties, optional }: Shape): Misfit | undefined {
  for (const name in properties) {
    const part: unknown = Reflect.get(value, name);
    if (part === undefined && optional?.includes(name)) continue;
    const misfit = misfitOf(part, properties[name] ?? '');
    if (misfit) return within(`.${name}`, misfit);
  }
  return undefined;
}

function within(place: string, { path, sentence }: Misfit): Misfit {
  return { path: place + path, sentence };
}

function typeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
