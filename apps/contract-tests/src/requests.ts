import type { Operation, SchemaCheck } from '@giftoin/openapi';

/** A key that no server knows, long enough that no answer holds it by chance. */
export const unknownKey = 'no-such-key-4c8e1f5a9b';

/** An identifier that is well-formed and that no server knows. */
const unknownId = 'no-such-thing-4c8e1f5a9b';

/** What fits few patterns: the first that does not fit a parameter's schema makes it malformed. */
const unlikely = ['!', ' ', 'ü', '.', 'a'.repeat(200)];

/** The first path parameter that can be malformed, with such a value; the others keep theirs. */
export function malformedSegments(check: SchemaCheck, operation: Operation): Record<string, string> {
  for (const parameter of operation.parameters.filter(({ in: place }) => place === 'path')) {
    const value = unlikely.find((candidate) => check(parameter.schema, candidate).length > 0);
    if (value !== undefined) return { [parameter.name]: encodeURIComponent(value) };
  }
  throw new Error(`No path parameter of ${operation.operationId} can be malformed: any string fits their schemas.`);
}

/** The parameter that names the thing asked for, with a name that no thing has; undefined where there is none. */
export function missingSegments(operation: Operation): Record<string, string> | undefined {
  const naming = operation.parameters.find(({ returnedAs }) => returnedAs !== undefined);
  return naming && { [naming.name]: unknownId };
}

/** The last path parameter with a value that nobody has. */
export function unknownSegments(operation: Operation): Record<string, string> {
  const last = operation.parameters.findLast(({ in: place }) => place === 'path');
  return last ? { [last.name]: unknownId } : {};
}

/** Why a check is skipped that needs something to ask for. */
export const nothingListed = 'the list is empty: give --program';

/** Why a check is skipped that needs keys to differ. */
export const anyKey = 'this mock takes any key: start it with the keys it knows';
