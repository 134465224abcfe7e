import type { Operation } from '@giftoin/openapi';
import { isUserParameter, listPathParameters } from '../../model/operations.ts';
import { type ServerUnderTest, unknownId } from '../../model/server-under-test.ts';
import type { TestRequest } from '../../model/test-request.ts';

/** The path parameters with an unknown ID for the resource that is changed; undefined if the path names none. */
export function findUnknownSegments(
  { contract }: ServerUnderTest,
  operation: Operation,
): Pick<TestRequest, 'segments'> | undefined {
  const last = listPathParameters(operation).at(-1);
  if (!last || isUserParameter(last.name) || operation.method === 'post') return undefined;
  const candidates = [unknownId, '999999937', '0b8f6a1e-9c1d-4f7a-8a55-4c8e1f5a9b00'];
  const value = candidates.find(contract.findFacts(last).isValid);
  return value === undefined ? undefined : { segments: { [last.name]: value } };
}
