import type { Operation } from '@giftoin/openapi';
import { unknownKey } from '../../model/api-key.ts';
import type { Check } from '../../model/check.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import type { TestRequest } from '../../model/test-request.ts';
import { type Case, createCaseCheck } from '../case-check.ts';
import { createUnauthorized, formatExpected } from '../expected-status.ts';
import { createMalformedRequest } from '../invalid-requests.ts';
import { anyKeyAccepted } from '../skip-reasons.ts';
import { findUnknownSegments } from './unknown-segments.ts';

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
