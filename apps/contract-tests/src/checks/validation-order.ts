import { findResponse, type Operation } from '@giftoin/openapi';
import { emptyKey, unknownKey } from '../model/api-key.ts';
import type { Check } from '../model/check.ts';
import { listMalformedStatuses, listOtherParameters, listPathParameters } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import type { TestRequest } from '../model/test-request.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { createUnauthorized } from './expected-status.ts';
import { createUnknownSegments } from './invalid-requests.ts';
import { createMalformedTexts } from './malformed-texts.ts';

/** A parameter that leads to an error. */
interface Defect extends Pick<TestRequest, 'segments' | 'parameters'> {
  readonly when: string;
}

/** Checks requests with two errors: the server validates the key, its permissions, the parameters, and then existence. */
export function createValidationOrderChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation) => {
    const { operationId: id } = operation;
    const malformed = createMalformedDefects(server, operation);
    const unknown = createUnknownDefects(server, operation);
    if (malformed.length + unknown.length === 0) return [];
    const defects = [...malformed, ...unknown];
    return createCaseCheck(
      server,
      {
        id: `${id}/validation-order`,
        title: `${id} validates the key, then its permissions, then the parameters, then existence`,
        requirement: 'validation-order',
      },
      [
        ...createKeyCases(server, operation, defects),
        ...createPermissionCases(server, operation, defects),
        ...(server.isMock ? [] : createExistenceCases(operation, malformed, unknown)),
      ],
    );
  });
}

function createMalformedDefects(server: ServerUnderTest, operation: Operation): Defect[] {
  if (listMalformedStatuses(operation, 'path').length === 0) return [];
  const { contract } = server;
  const inPath = listPathParameters(operation)
    .filter((parameter) => !contract.findFacts(parameter).isValid('!'))
    .map(({ name }) => ({ segments: { [name]: '!' }, when: `${name} is malformed` }));
  const elsewhere = listOtherParameters(operation).flatMap((parameter) => {
    const [malformed] = createMalformedTexts(contract, parameter);
    const { name } = parameter;
    return malformed ? [{ parameters: { [name]: malformed.texts }, when: `${name} ${malformed.when}` }] : [];
  });
  return [...inPath, ...elsewhere.slice(0, 1)];
}

function createUnknownDefects(server: ServerUnderTest, operation: Operation): Defect[] {
  const segments = createUnknownSegments(server, operation);
  return segments && findResponse(operation, 404) ? [{ segments, when: 'the ID is unknown' }] : [];
}

function createKeyCases(server: ServerUnderTest, operation: Operation, defects: readonly Defect[]): Case[] {
  const { apiKeyHeaders } = operation;
  if (apiKeyHeaders.length === 0) return [];
  return defects.flatMap(({ when, ...defect }, index): Case[] => {
    const header = apiKeyHeaders[index % apiKeyHeaders.length] ?? server.usualHeader;
    const missing: Case = {
      operation,
      request: { keys: [[header, emptyKey]], ...defect },
      expected: createUnauthorized(server, operation, 'missing'),
      when: `there is no key and ${when}`,
    };
    const unknown: Case = {
      operation,
      request: { keys: [[header, unknownKey]], ...defect },
      expected: createUnauthorized(server, operation, 'unknown'),
      when: `the key is unknown and ${when}`,
    };
    return server.acceptsAnyKey ? [missing] : [missing, unknown];
  });
}

function createPermissionCases(server: ServerUnderTest, operation: Operation, defects: readonly Defect[]): Case[] {
  return [402, 403, 429].flatMap((status) => {
    const key = server.keysFor.get(status);
    if (!key || !findResponse(operation, status)) return [];
    return defects.map(({ when, ...defect }) => ({
      operation,
      request: { keys: [[server.usualHeader, key] as const], ...defect, provokes: status },
      expected: { status },
      when: `the key leads to ${status} and ${when}`,
    }));
  });
}

function createExistenceCases(operation: Operation, malformed: readonly Defect[], unknown: readonly Defect[]): Case[] {
  return malformed.flatMap((first) =>
    unknown
      .filter(({ segments = {} }) => Object.keys(segments).every((name) => first.segments?.[name] === undefined))
      .map((second) => ({
        operation,
        request: { parameters: first.parameters ?? {}, segments: { ...second.segments, ...first.segments } },
        expected: { status: listMalformedStatuses(operation, 'path') },
        when: `${first.when} and ${second.when}`,
      })),
  );
}
