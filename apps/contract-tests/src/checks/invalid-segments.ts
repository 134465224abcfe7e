import type { Operation } from '@giftoin/openapi';
import { findNamingParameter, listPathParameters } from '../model/operations.ts';
import { type ServerUnderTest, unknownId } from '../model/server-under-test.ts';

/** A malformed value for one of the path parameters; undefined if all values of all parameters are well-formed. */
export function createMalformedSegments(
  { contract }: ServerUnderTest,
  operation: Operation,
): Record<string, string> | undefined {
  for (const { name } of listPathParameters(operation)) {
    const facts = contract.parameters.get(name);
    const value = ['!', ' ', 'ü', '.', 'a'.repeat(200)].find((candidate) => facts?.isValid(candidate) === false);
    if (value !== undefined) return { [name]: encodeURIComponent(value) };
  }
  return undefined;
}

/** An unknown ID for the parameter that names the resource; undefined if there is no such parameter. */
export function createUnknownSegments(operation: Operation): Record<string, string> | undefined {
  const naming = findNamingParameter(operation);
  return naming && { [naming.name]: unknownId };
}
