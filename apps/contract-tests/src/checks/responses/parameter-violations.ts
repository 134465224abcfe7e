import { isObject } from '@giftoin/openapi';
import type { CompleteExchange } from '../../model/exchange.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../../model/suite-violation.ts';

/** Compares the parameters of a request with the properties of the response that repeat them. */
export function findParameterViolations(
  server: ServerUnderTest,
  { operation, request, response: { json } }: CompleteExchange,
): SuiteViolation[] {
  return operation.parameters.flatMap(({ name, returnedAs }) => {
    if (returnedAs === undefined) return [];
    const segment = request.segments?.[name];
    const expected = segment === undefined ? server.knownValues.get(name) : decodeSegment(segment);
    const actual = isObject(json) ? json[returnedAs] : undefined;
    if (expected === undefined || expected === actual) return [];
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

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
