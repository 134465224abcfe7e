import type { Operation } from '@giftoin/openapi';
import { unknownKey } from '../model/api-key.ts';
import type { Check } from '../model/check.ts';
import { findResponse } from '../model/operations.ts';
import { createKnownSegments, type ServerUnderTest } from '../model/server-under-test.ts';
import type { TestRequest } from '../model/test-request.ts';
import { compareResponses, type Variant } from './compare-responses.ts';
import { createMalformedSegments, createUnknownSegments } from './invalid-segments.ts';
import { findFormatViolations } from './responses/json-violations.ts';
import { anyKeyAccepted, nothingListed } from './skip-reasons.ts';

/** Headers with which other APIs receive credentials or preferences. */
const unknownHeaders = {
  authorization: 'Bearer no-such-key-4c8e1f5a9b',
  cookie: 'session=no-such-session',
  'x-api-key': 'no-such-key-4c8e1f5a9b',
  'api-key': 'no-such-key-4c8e1f5a9b',
  'accept-language': 'de, *;q=0.1',
};

/** Checks that the same request leads to an equal response: once more, with another key header, or with other headers. */
export function createRepeatabilityChecks(server: ServerUnderTest): Check[] {
  return server.contract.operations.flatMap((operation) => {
    const malformed = findResponse(operation, 400) ? createMalformedSegments(server, operation) : undefined;
    const isStateful = findResponse(operation, 404) && !server.isMock;
    const unknown = isStateful ? createUnknownSegments(operation) : undefined;
    const invalid = { malformed, unknown };
    return [
      ...createEqualHeaderChecks(server, operation, invalid),
      ...createEqualResponseChecks(server, operation),
      createAcceptHeaderCheck(server, operation, invalid),
    ];
  });
}

/** Path parameters that lead to an error; undefined if the operation has none. */
interface InvalidSegments {
  readonly malformed: Record<string, string> | undefined;
  readonly unknown: Record<string, string> | undefined;
}

function createEqualHeaderChecks(
  server: ServerUnderTest,
  operation: Operation,
  { malformed, unknown }: InvalidSegments,
): Check[] {
  const { operationId: id, apiKeyHeaders } = operation;
  const createCheck = (
    name: string,
    situation: string,
    request: TestRequest,
    skip?: string,
    key = server.key,
  ): Check => ({
    id: `${id}/equal-headers/${name}`,
    title: `${id} returns equal responses for all key headers if ${situation}`,
    requirement: '8-equal-headers',
    skip,
    run: async (context) => {
      const variants = apiKeyHeaders.map(
        (header): Variant => ({ id: header, name: header, request: { ...request, keys: [[header, key]] } }),
      );
      await compareResponses(server, context, operation, '8-equal-headers', variants);
    },
  });
  const skipValid = createKnownSegments(server, operation) ? undefined : nothingListed;
  const skipUnknown = server.acceptsAnyKey ? anyKeyAccepted : undefined;
  return [
    createCheck('valid-key', 'the key is valid', {}, skipValid),
    createCheck('unknown-key', 'the key is unknown', {}, skipUnknown, unknownKey),
    ...(malformed ? [createCheck('malformed', 'a parameter is malformed', { segments: malformed })] : []),
    ...(unknown ? [createCheck('not-found', 'the ID is unknown', { segments: unknown })] : []),
  ];
}

function createEqualResponseChecks(server: ServerUnderTest, operation: Operation): Check[] {
  const { operationId: id } = operation;
  const plain: Variant = { id: 'plain', name: 'the plain request', request: {} };
  const repeated: Variant = { id: 'repeated', name: 'the same request again', request: {} };
  const compressed: Variant = {
    id: 'compressed',
    name: 'Accept-Encoding: gzip, deflate, br',
    request: { headers: { 'accept-encoding': 'gzip, deflate, br' } },
  };
  const withUnknownHeaders: Variant = {
    id: 'unknown-headers',
    name: 'headers of other APIs',
    request: { headers: unknownHeaders },
  };
  const createCheck = (name: string, title: string, variants: readonly Variant[]): Check => ({
    id: `${id}/${name}`,
    title: `${id} ${title}`,
    requirement: 'repeatability',
    skip: createKnownSegments(server, operation) ? undefined : nothingListed,
    run: (context) => compareResponses(server, context, operation, 'repeatability', [plain, ...variants]),
  });
  return [
    createCheck('repeatability', 'returns the same response again', [repeated, repeated]),
    createCheck('compression', 'returns the same response if it may be compressed', [compressed]),
    createCheck('unknown-headers', 'ignores unknown headers', [withUnknownHeaders]),
  ];
}

function createAcceptHeaderCheck(
  server: ServerUnderTest,
  operation: Operation,
  { malformed, unknown }: InvalidSegments,
): Check {
  const { operationId: id } = operation;
  const keys = [[server.usualHeader, server.key]] as const;
  const invalid = [malformed, unknown].flatMap((segments) => (segments ? [{ keys, segments }] : []));
  const requests: readonly TestRequest[] = [{ keys }, { keys: [] }, ...invalid];
  return {
    id: `${id}/accept-header`,
    title: `${id} returns JSON for any Accept header, errors included`,
    requirement: '9-json',
    run: async (context) => {
      await Promise.all(
        requests.map(async (request) => {
          const headers = { accept: 'text/html,application/xml;q=0.9' };
          const exchange = await context.send(operation, { ...request, headers });
          if (exchange) context.record(exchange, findFormatViolations(server, exchange));
        }),
      );
    },
  };
}
