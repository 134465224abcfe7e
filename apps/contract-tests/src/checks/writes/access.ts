import type { Operation } from '@giftoin/openapi';
import { unknownKey } from '../../model/api-key.ts';
import type { Check } from '../../model/check.ts';
import { isUserParameter, listMalformedStatuses, listPathParameters } from '../../model/operations.ts';
import { type ServerUnderTest, unknownId } from '../../model/server-under-test.ts';
import type { TestRequest } from '../../model/test-request.ts';
import { type Case, createCaseCheck } from '../case-check.ts';
import { createUnauthorized, formatExpected } from '../expected-status.ts';
import { createMalformedRequest } from '../invalid-requests.ts';
import { createMalformedTexts } from '../malformed-texts.ts';
import { anyKeyAccepted, noState } from '../skip-reasons.ts';

/** Checks that a request without a known key is rejected before the server looks at anything else. */
export function createKeyChecks(server: ServerUnderTest, operation: Operation): Check[] {
  const { operationId: id, apiKeyHeaders, requestBody } = operation;
  const [header] = apiKeyHeaders.includes(server.usualHeader) ? [server.usualHeader] : apiKeyHeaders;
  if (header === undefined) return [];
  const missing = createUnauthorized(server, operation, 'missing');
  const unknown = createUnauthorized(server, operation, 'unknown');
  const notJson: TestRequest = requestBody ? { body: { text: '{', mediaType: requestBody.mediaType } } : {};
  const isUnknown = { keys: [[header, unknownKey] as const] };
  const create = (request: TestRequest, expected: Case['expected'], when: string): Case => ({
    operation,
    // Nothing is changed, even if the server accepts the request.
    request: { ...(findUnknownSegments(server, operation) ?? {}), ...request },
    expected,
    when,
  });
  return [
    createCaseCheck(
      server,
      {
        id: `${id}/missing-key`,
        title: `${id} returns ${formatExpected(missing)} without a key`,
        requirement: 'api-key',
      },
      [create({ keys: [] }, missing, 'there is no key')],
    ),
    createCaseCheck(
      server,
      {
        id: `${id}/unknown-key`,
        title: `${id} returns ${formatExpected(unknown)} if the key is unknown`,
        requirement: 'api-key',
        skip: server.acceptsAnyKey ? anyKeyAccepted : undefined,
      },
      [create(isUnknown, unknown, 'the key is unknown')],
    ),
    ...(requestBody || createMalformedRequest(server, operation)
      ? [
          createCaseCheck(
            server,
            {
              id: `${id}/validation-order`,
              title: `${id} validates the key before anything else`,
              requirement: 'validation-order',
            },
            [
              ...(requestBody
                ? [create({ ...notJson, keys: [] }, missing, 'there is no key and the body is not JSON')]
                : []),
              ...[createMalformedRequest(server, operation)].flatMap((malformed) =>
                malformed
                  ? [create({ ...malformed, keys: [] }, missing, 'there is no key and a parameter is malformed')]
                  : [],
              ),
            ],
          ),
        ]
      : []),
  ];
}

/** Checks the parameters of an operation that changes data, with few values. */
export function createWriteParameterChecks(server: ServerUnderTest, operation: Operation): Check[] {
  const { operationId: id } = operation;
  return operation.parameters.flatMap((parameter) => {
    const { name, in: place, required, isIdempotencyKey } = parameter;
    const status = listMalformedStatuses(operation, place);
    const malformed = createMalformedTexts(server.contract, parameter).slice(0, 3);
    const toRequest = (texts: readonly string[] | undefined): TestRequest => {
      if (place !== 'path') return { ...findUnknownSegments(server, operation), parameters: { [name]: texts } };
      return { segments: { [name]: encodeURIComponent((texts ?? []).join(',')) } };
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

/** Checks that an unknown ID leads to 404, if the document has it. */
export function createWriteNotFoundCheck(server: ServerUnderTest, operation: Operation): Check[] {
  const { operationId: id, method, responses } = operation;
  const unknown = findUnknownSegments(server, operation);
  const isDocumented = responses.some(({ status }) => status === 404);
  // A PUT can create the resource.
  const creates = method === 'put' && responses.some((response) => response.status === 201);
  if (!unknown || !isDocumented || creates) return [];
  return [
    createCaseCheck(
      server,
      {
        id: `${id}/not-found`,
        title: `${id} returns 404 if the ID is unknown`,
        requirement: 'not-found',
        skip: server.isMock ? noState : undefined,
      },
      [{ operation, request: unknown, expected: { status: 404 }, when: 'the ID is unknown' }],
    ),
  ];
}

/** The path parameters with an unknown ID for the resource that is changed; undefined if the path names none. */
function findUnknownSegments(
  { contract }: ServerUnderTest,
  operation: Operation,
): Pick<TestRequest, 'segments'> | undefined {
  const last = listPathParameters(operation).at(-1);
  if (!last || isUserParameter(last.name) || operation.method === 'post') return undefined;
  const candidates = [unknownId, '999999937', '0b8f6a1e-9c1d-4f7a-8a55-4c8e1f5a9b00'];
  const value = candidates.find(contract.findFacts(last).isValid);
  return value === undefined ? undefined : { segments: { [last.name]: value } };
}
