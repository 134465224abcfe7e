import { findResponse, type Operation } from '@giftoin/openapi';
import { unknownKey } from '../model/api-key.ts';
import type { Check } from '../model/check.ts';
import { listMalformedStatuses } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import type { TestRequest } from '../model/test-request.ts';
import { compareResponses, type Variant } from './compare-responses.ts';
import { createMalformedRequest, createUnknownSegments } from './invalid-requests.ts';
import { findFormatViolations } from './responses/json-violations.ts';
import { anyKeyAccepted, findMissingResource } from './skip-reasons.ts';

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
  return server.contract.reads.flatMap((operation) => {
    const hasErrors = listMalformedStatuses(operation, 'path').length > 0;
    const malformed = hasErrors ? createMalformedRequest(server, operation) : undefined;
    const isStateful = findResponse(operation, 404) && !server.isMock;
    const unknownSegments = isStateful ? createUnknownSegments(server, operation) : undefined;
    const unknown = unknownSegments && { segments: unknownSegments };
    const invalid = { malformed, unknown };
    return [
      ...createEqualHeaderChecks(server, operation, invalid),
      ...createEqualResponseChecks(server, operation),
      createAcceptHeaderCheck(server, operation, invalid),
    ];
  });
}

/** Requests that lead to an error; undefined if the operation has none. */
interface InvalidRequests {
  readonly malformed: TestRequest | undefined;
  readonly unknown: TestRequest | undefined;
}

function createEqualHeaderChecks(
  server: ServerUnderTest,
  operation: Operation,
  { malformed, unknown }: InvalidRequests,
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
  if (apiKeyHeaders.length < 2) return [];
  const skipValid = findMissingResource(server, operation);
  const skipUnknown = server.acceptsAnyKey ? anyKeyAccepted : undefined;
  return [
    createCheck('valid-key', 'the key is valid', {}, skipValid),
    createCheck('unknown-key', 'the key is unknown', {}, skipUnknown, unknownKey),
    ...(malformed ? [createCheck('malformed', 'a parameter is malformed', malformed)] : []),
    ...(unknown ? [createCheck('not-found', 'the ID is unknown', unknown)] : []),
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
    request: { headers: removeDocumented(operation, unknownHeaders) },
  };
  const createCheck = (name: string, title: string, variants: readonly Variant[]): Check => ({
    id: `${id}/${name}`,
    title: `${id} ${title}`,
    requirement: 'repeatability',
    skip: findMissingResource(server, operation),
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
  { malformed, unknown }: InvalidRequests,
): Check {
  const { operationId: id } = operation;
  const invalid = [malformed, unknown].flatMap((request) => request ?? []);
  const withoutKey = operation.apiKeyHeaders.length > 0 ? [{ keys: [] }] : [];
  const requests: readonly TestRequest[] = [{}, ...withoutKey, ...invalid];
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

/** A header that carries the key or a parameter of the operation is not unknown. */
function removeDocumented(
  { apiKeyHeaders, parameters }: Operation,
  headers: Readonly<Record<string, string>>,
): Record<string, string> {
  const documented = [...apiKeyHeaders, ...parameters.map(({ name }) => name)].map((name) => name.toLowerCase());
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !documented.includes(name)));
}
