/** The headers of a response: a `Headers` object, a `Map`, or a plain object like in `node:http`. */
export type ResponseHeaders =
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** Lists the name, in lower case, and the value of every header. */
export function listHeaders(headers: ResponseHeaders): (readonly [string, string])[] {
  const entries = isIterable(headers) ? [...headers] : Object.entries(headers);
  return entries.flatMap(([name, value]) => listValues(value).map((item) => [name.toLowerCase(), item] as const));
}

function listValues(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function isIterable(headers: ResponseHeaders): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers;
}
