import { isObject, type Operation, type Parameter } from '@giftoin/openapi';
import { decodeSegment } from '../../model/created-resource.ts';
import type { CompleteExchange } from '../../model/exchange.ts';
import { createParameters, findKnownValue, type ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../../model/suite-violation.ts';
import type { TestRequest } from '../../model/test-request.ts';

/** Compares the parameters of a request with the properties of the response that repeat them. */
export function findParameterViolations(
  server: ServerUnderTest,
  { operation, request, response: { json } }: CompleteExchange,
): SuiteViolation[] {
  return operation.parameters.flatMap((parameter) => {
    const { returnedAs } = parameter;
    if (returnedAs === undefined) return [];
    const expected = findSentText(server, operation, request, parameter);
    const actual = isObject(json) ? json[returnedAs] : undefined;
    if (expected === undefined || expected === actual) return [];
    if (typeof actual !== 'string' && !parameter.types.includes('string') && String(actual) === expected) return [];
    return [
      createViolation(server, {
        requirement: 'requested-parameters',
        code: 'parameter-not-returned',
        path: returnedAs,
        values: { actual, expected },
        message: `${returnedAs} is ${JSON.stringify(actual) ?? 'absent'}. Expected ${JSON.stringify(expected)}.`,
        expected: `the requested ${returnedAs}`,
      }),
    ];
  });
}

/** The text of a parameter in a request; undefined if it is not sent once, or cannot be decoded. */
function findSentText(
  server: ServerUnderTest,
  operation: Operation,
  request: TestRequest,
  { name, in: place, isArray }: Parameter,
): string | undefined {
  if (isArray) return undefined;
  if (place !== 'path') return createParameters(server, operation, request)[name]?.[0];
  const segment = request.segments?.[name];
  return segment === undefined ? findKnownValue(server, operation, name) : decodeSegment(segment);
}
