import type { Operation } from '@giftoin/openapi';
import { type ApiKey, emptyKey, unknownKey } from '../model/api-key.ts';
import type { Check } from '../model/check.ts';
import { createKnownSegments, type ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { anyKeyAccepted, nothingListed } from './skip-reasons.ts';

const blankKey: ApiKey = { value: '   ', placeholder: '' };

/** Checks each header on its own: with the key in any case of its name, with an unknown key, and empty. */
export function createApiKeyHeaderChecks(server: ServerUnderTest): Check[] {
  return server.contract.operations.flatMap((operation, index) => {
    const { operationId: id, apiKeyHeaders } = operation;
    return [
      ...apiKeyHeaders.flatMap((header) => [
        createValidKeyCheck(server, operation, header, index),
        createUnknownKeyCheck(server, operation, header),
        createCaseCheck(
          server,
          {
            id: `${id}/empty-key/${header}`,
            title: `${id} returns 401 and error code 1002 if ${header} is empty`,
            requirement: 'api-key',
          },
          [
            createMissingCase(operation, [[header, emptyKey]], `${header} is empty`),
            createMissingCase(operation, [[header, blankKey]], `${header} has only spaces`),
          ],
        ),
      ]),
      createCaseCheck(
        server,
        {
          id: `${id}/missing-key`,
          title: `${id} returns 401 and error code 1002 without a key`,
          requirement: 'api-key',
        },
        [
          createMissingCase(operation, [], 'there is no key'),
          createMissingCase(
            operation,
            apiKeyHeaders.map((header) => [header, emptyKey]),
            'every header is empty',
          ),
        ],
      ),
    ];
  });
}

function createValidKeyCheck(server: ServerUnderTest, operation: Operation, header: string, index: number): Check {
  const { operationId: id } = operation;
  const names = [header, index % 2 === 0 ? header.toUpperCase() : toMixedCase(header)];
  return createCaseCheck(
    server,
    {
      id: `${id}/valid-key/${header}`,
      title: `${id} accepts the key in ${header} alone, in any case of the name`,
      requirement: 'api-key',
      skip: createKnownSegments(server, operation) ? undefined : nothingListed,
    },
    names.map((name) => ({
      operation,
      request: { keys: [[name, server.key]] },
      expected: { status: 200 },
      when: `the key is in ${name}`,
    })),
  );
}

function createUnknownKeyCheck(server: ServerUnderTest, operation: Operation, header: string): Check {
  const { operationId: id } = operation;
  return createCaseCheck(
    server,
    {
      id: `${id}/unknown-key/${header}`,
      title: `${id} returns 401 and error code 1001 if the key in ${header} is unknown`,
      requirement: 'api-key',
      skip: server.acceptsAnyKey ? anyKeyAccepted : undefined,
    },
    [
      {
        operation,
        request: { keys: [[header, unknownKey]] },
        expected: { status: 401, errorCode: 1001 },
        when: `the key in ${header} is unknown`,
      },
    ],
  );
}

function createMissingCase(operation: Operation, keys: readonly (readonly [string, ApiKey])[], when: string): Case {
  return { operation, request: { keys }, expected: { status: 401, errorCode: 1002 }, when };
}

function toMixedCase(name: string): string {
  return name.replaceAll(/\w/g, (letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter));
}
