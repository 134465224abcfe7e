import type { Operation } from '@giftoin/openapi';
import { namingParameterOf, pathParametersOf } from './contract.ts';
import type { Server } from './server.ts';
import { unknownId } from './server.ts';

/** A path parameter that can be malformed, with such a value; the others keep theirs. Undefined where there is none. */
export function malformedSegments({ contract }: Server, operation: Operation): Record<string, string> | undefined {
  for (const { name } of pathParametersOf(operation)) {
    const facts = contract.parameters.get(name);
    const value = ['!', ' ', 'ü', '.', 'a'.repeat(200)].find((candidate) => facts?.fits(candidate) === false);
    if (value !== undefined) return { [name]: encodeURIComponent(value) };
  }
  return undefined;
}

/** The parameter that names the thing asked for, with a name that no thing has; undefined where there is none. */
export function missingSegments(operation: Operation): Record<string, string> | undefined {
  const naming = namingParameterOf(operation);
  return naming && { [naming.name]: unknownId };
}

/** Whether the document lists a status of an operation. */
export function documents({ responses }: Operation, status: number): boolean {
  return responses.some((response) => response.status === status);
}

/** Why a check is skipped that needs something to ask for. */
export const nothingListed = 'the list is empty: give --program';

/** Why a check is skipped that needs keys to differ. */
export const anyKey = 'this mock takes any key: start it with the keys it knows';

/** Why a check is skipped that needs a server to know what there is. */
export const noState = 'a mock has no state: it answers for whatever is asked';
