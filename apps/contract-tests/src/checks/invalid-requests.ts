import type { Operation } from '@giftoin/openapi';
import { encodeSegment } from '../model/encode-segment.ts';
import { findNamingParameter, listOtherParameters, listPathParameters } from '../model/operations.ts';
import { type ServerUnderTest, unknownId } from '../model/server-under-test.ts';
import type { TestRequest } from '../model/test-request.ts';
import { createMalformedTexts } from './malformed-texts.ts';

/** A request with a malformed parameter; undefined if all values of all parameters are well-formed. */
export function createMalformedRequest(
  { contract }: ServerUnderTest,
  operation: Operation,
): Pick<TestRequest, 'segments' | 'parameters'> | undefined {
  for (const parameter of listPathParameters(operation)) {
    const facts = contract.findFacts(parameter);
    const value = ['!', ' ', 'ü', '.', 'a'.repeat(200)].find((candidate) => !facts.isValid(candidate));
    if (value !== undefined) return { segments: { [parameter.name]: encodeSegment(value) } };
  }
  for (const parameter of listOtherParameters(operation)) {
    const [malformed] = createMalformedTexts(contract, parameter);
    if (malformed) return { parameters: { [parameter.name]: malformed.texts } };
  }
  return undefined;
}

/** An unknown ID for the parameter that names the resource; undefined if there is no such parameter. */
export function createUnknownSegments(
  { contract }: Pick<ServerUnderTest, 'contract'>,
  operation: Operation,
): Record<string, string> | undefined {
  const naming = findNamingParameter(operation);
  if (!naming) return undefined;
  const candidates = [unknownId, '999999937', '0b8f6a1e-9c1d-4f7a-8a55-4c8e1f5a9b00'];
  const value = candidates.find(contract.findFacts(naming).isValid);
  return value === undefined ? undefined : { [naming.name]: value };
}
