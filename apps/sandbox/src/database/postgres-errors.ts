import { StoreUnavailableError } from './engine.ts';

/**
 * The errors that a retry can resolve (https://www.postgresql.org/docs/current/errcodes-appendix.html): connection (08),
 * idle transaction (25P03 and 25P04), a server that only reads (25006), rejected login (28), rollback (40), resources (53),
 * lock timeout (55P03), intervention of an operator (57), and failure of the system (58) or of PostgreSQL (XX).
 */
const unavailable = /^(08...|25006|25P0[34]|28...|40...|53...|55P03|57...|58...|XX...)$/;

/** Converts an error of PostgreSQL. Others are errors of the sandbox itself. */
export function toStoreError(error: Error & { readonly code?: string }): Error {
  if (error.code === undefined || !unavailable.test(error.code)) return error;
  const message = `The database is unavailable: ${error.message} (${error.code}).`;
  return new StoreUnavailableError(message, { cause: error });
}
