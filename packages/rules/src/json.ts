/** Any JSON value that is an object. */
export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Formats a value for a message: a scalar as JSON, anything else by its kind, so that no message holds a whole body. */
export function formatValue(value: unknown): string {
  if (value === undefined || value === null) return 'null or absent';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  if (typeof value === 'object') return 'an object';
  return String(value);
}

/** The path of a property: with a dot if its name allows it, else in brackets. */
export function toPropertyPath(path: string, name: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}
