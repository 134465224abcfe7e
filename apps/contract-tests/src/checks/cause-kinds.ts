export const uncaught = 'Percent-decoding throws an error that the server does not catch.';
export const nulInDatabase = 'The NUL reaches a database that rejects it.';
export const inQuery = 'The server inserts the parameter into a database query.';

export const trailingSlash =
  'The router ignores a slash at the end of a path, so that the request without an ID gets the list.';

/** Causes of a 5xx. Others let a server accept what it should reject. */
export const crashCauses: ReadonlySet<string> = new Set([uncaught, nulInDatabase]);

/** Causes of a 5xx, or of an acceptance. */
export const causesOfAny: ReadonlySet<string> = new Set([inQuery]);
