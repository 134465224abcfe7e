import type { Operation } from '@giftoin/openapi';
import { emptyKey, unknownKey } from '../model/api-key.ts';
import type { Check } from '../model/check.ts';
import { findResponse, listPathParameters } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { createUnknownSegments } from './invalid-segments.ts';

/** A parameter that leads to an error. */
interface Defect {
  readonly segments: Readonly<Record<string, string>>;
  readonly when: string;
}

/** Checks requests with two errors: the server validates the key, its permissions, the parameters, and then existence. */
export function createValidationOrderChecks(server: ServerUnderTest): Check[] {
  return server.contract.operations.map((operation) => {
    const { operationId: id } = operation;
    const malformed = createMalformedDefects(server, operation);
    const unknown = createUnknownDefects(operation);
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
  if (!findResponse(operation, 400)) return [];
  return listPathParameters(operation)
    .filter(({ name }) => server.contract.parameters.get(name)?.isValid('!') === false)
    .map(({ name }) => ({ segments: { [name]: '!' }, when: `${name} is malformed` }));
}

function createUnknownDefects(operation: Operation): Defect[] {
  const segments = createUnknownSegments(operation);
  return segments && findResponse(operation, 404) ? [{ segments, when: 'the ID is unknown' }] : [];
}

function createKeyCases(server: ServerUnderTest, operation: Operation, defects: readonly Defect[]): Case[] {
  const { apiKeyHeaders } = operation;
  return defects.flatMap(({ segments, when }, index): Case[] => {
    const header = apiKeyHeaders[index % apiKeyHeaders.length] ?? server.usualHeader;
    const missing: Case = {
      operation,
      request: { keys: [[header, emptyKey]], segments },
      expected: { status: 401, errorCode: 1002 },
      when: `there is no key and ${when}`,
    };
    const unknown: Case = {
      operation,
      request: { keys: [[header, unknownKey]], segments },
      expected: { status: 401, errorCode: 1001 },
      when: `the key is unknown and ${when}`,
    };
    return server.acceptsAnyKey ? [missing] : [missing, unknown];
  });
}

function createPermissionCases(server: ServerUnderTest, operation: Operation, defects: readonly Defect[]): Case[] {
  return [402, 403, 429].flatMap((status) => {
    const key = server.keysFor.get(status);
    if (!key || !findResponse(operation, status)) return [];
    return defects.map(({ segments, when }) => ({
      operation,
      request: { keys: [[server.usualHeader, key] as const], segments, provokes: status },
      expected: { status },
      when: `the key leads to ${status} and ${when}`,
    }));
  });
}

function createExistenceCases(operation: Operation, malformed: readonly Defect[], unknown: readonly Defect[]): Case[] {
  return malformed.flatMap((first) =>
    unknown
      .filter(({ segments }) => Object.keys(segments).every((name) => first.segments[name] === undefined))
      .map((second) => ({
        operation,
        request: { segments: { ...second.segments, ...first.segments } },
        expected: { status: 400 },
        when: `${first.when} and ${second.when}`,
      })),
  );
}
