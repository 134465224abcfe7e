/** Any JSON value that is an object. */
export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a sentence: scalars as JSON has them, the rest by its kind, so that no sentence holds a whole answer. */
export function quote(value: unknown): string {
  if (value === undefined || value === null) return 'null or absent';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  return String(value);
}

/** The path of a property: with a dot where its name allows it, in brackets where not. */
export function propertyPath(path: string, name: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}
