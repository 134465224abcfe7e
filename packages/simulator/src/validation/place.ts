/** A part of a value, and where it is, for example at `[0].cards`. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
}

/** The place of a property or an item. */
export function toChild({ path }: Place, name: string | number, value: unknown): Place {
  const key = String(name);
  if (/^\d+$/.test(key)) return { value, path: `${path}[${key}]` };
  return { value, path: /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]` };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
