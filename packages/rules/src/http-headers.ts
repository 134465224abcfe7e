/** The headers of an answer: those of `fetch`, a Map, or a plain object, as that of `node:http`. */
export type ResponseHeaders =
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** Name and value of every header; names in lower case. */
export function headerEntries(headers: ResponseHeaders): (readonly [string, string])[] {
  const entries = isIterable(headers) ? [...headers] : Object.entries(headers);
  return entries.flatMap(([name, value]) => valuesOf(value).map((item) => [name.toLowerCase(), item] as const));
}

function valuesOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function isIterable(headers: ResponseHeaders): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers;
}
