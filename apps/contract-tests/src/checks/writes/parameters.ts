import type { Operation } from '@giftoin/openapi';
import type { Check } from '../../model/check.ts';
import { encodeSegment } from '../../model/encode-segment.ts';
import { listMalformedStatuses } from '../../model/operations.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import type { TestRequest } from '../../model/test-request.ts';
import { type Case, createCaseCheck } from '../case-check.ts';
import { createMalformedTexts } from '../malformed-texts.ts';
import { findUnknownSegments } from './unknown-segments.ts';

/** Checks the parameters of an operation that changes data, with few values. */
export function createWriteParameterChecks(server: ServerUnderTest, operation: Operation): Check[] {
  const { operationId: id } = operation;
  return operation.parameters.flatMap((parameter) => {
    const { name, in: place, required, isIdempotencyKey } = parameter;
    const status = listMalformedStatuses(operation, place);
    const malformed = createMalformedTexts(server.contract, parameter).slice(0, 3);
    const toRequest = (texts: readonly string[] | undefined): TestRequest => {
      if (place !== 'path') return { ...findUnknownSegments(server, operation), parameters: { [name]: texts } };
      return { segments: { [name]: encodeSegment((texts ?? []).join(',')) } };
    };
    const cases = malformed.map(
      ({ texts, when }): Case => ({
        operation,
        request: toRequest(texts),
        expected: { status },
        when: `${name} ${when}`,
      }),
    );
    const missing: Case = {
      operation,
      request: toRequest(undefined),
      expected: { status },
      when: `${name} is missing`,
    };
    const skip = status.length === 0 ? `the document has no 400 or 422 for a malformed ${name}` : undefined;
    const describe = (kind: string, problem: string) => ({
      id: `${id}/${kind}/${name}`,
      title: `${id} returns ${status.join(' or ') || 'an error'} if ${name} is ${problem}`,
      requirement: 'parameters' as const,
      skip,
    });
    return [
      ...(cases.length > 0 ? [createCaseCheck(server, describe('malformed', 'malformed'), cases)] : []),
      ...(required && place !== 'path' && !isIdempotencyKey
        ? [createCaseCheck(server, describe('missing', 'missing'), [missing])]
        : []),
      ...(required && isIdempotencyKey ? [createCaseCheck(server, describe('missing', 'missing'), [missing])] : []),
    ];
  });
}
