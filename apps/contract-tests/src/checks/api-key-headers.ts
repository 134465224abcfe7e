import type { Operation } from '@giftoin/openapi';
import { type ApiKey, emptyKey, unknownKey } from '../model/api-key.ts';
import type { Check } from '../model/check.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { createSuccess, createUnauthorized, type ExpectedStatus, formatExpected } from './expected-status.ts';
import { anyKeyAccepted, findMissingResource } from './skip-reasons.ts';

const blankKey: ApiKey = { value: '   ', placeholder: '' };

/**
 * Checks each header on its own: with the key in any case of its name, with an unknown key, and empty. An operation that
 * requires no key is checked without one.
 */
export function createApiKeyHeaderChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation, index) => {
    const { operationId: id, apiKeyHeaders } = operation;
    if (apiKeyHeaders.length === 0) return [createPublicCheck(server, operation)];
    const missing = createUnauthorized(server, operation, 'missing');
    return [
      ...apiKeyHeaders.flatMap((header) => [
        createValidKeyCheck(server, operation, header, index),
        createUnknownKeyCheck(server, operation, header),
        createCaseCheck(
          server,
          {
            id: `${id}/empty-key/${header}`,
            title: `${id} returns ${formatExpected(missing)} if ${header} is empty`,
            requirement: 'api-key',
          },
          [
            createCase(operation, missing, [[header, emptyKey]], `${header} is empty`),
            createCase(operation, missing, [[header, blankKey]], `${header} has only spaces`),
          ],
        ),
      ]),
      createCaseCheck(
        server,
        {
          id: `${id}/missing-key`,
          title: `${id} returns ${formatExpected(missing)} without a key`,
          requirement: 'api-key',
        },
        [
          createCase(operation, missing, [], 'there is no key'),
          createCase(
            operation,
            missing,
            apiKeyHeaders.map((header) => [header, emptyKey]),
            'every header is empty',
          ),
        ],
      ),
    ];
  });
}

function createPublicCheck(server: ServerUnderTest, operation: Operation): Check {
  const { operationId: id } = operation;
  const expected = createSuccess(operation);
  return createCaseCheck(
    server,
    {
      id: `${id}/no-key`,
      title: `${id} returns ${formatExpected(expected)} without a key`,
      requirement: 'api-key',
      skip: findMissingResource(server, operation),
    },
    [{ operation, request: {}, expected, when: 'there is no key' }],
  );
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
      skip: findMissingResource(server, operation),
    },
    names.map((name) => ({
      operation,
      request: { keys: [[name, server.key]] },
      expected: createSuccess(operation),
      when: `the key is in ${name}`,
    })),
  );
}

function createUnknownKeyCheck(server: ServerUnderTest, operation: Operation, header: string): Check {
  const { operationId: id } = operation;
  const expected = createUnauthorized(server, operation, 'unknown');
  return createCaseCheck(
    server,
    {
      id: `${id}/unknown-key/${header}`,
      title: `${id} returns ${formatExpected(expected)} if the key in ${header} is unknown`,
      requirement: 'api-key',
      skip: server.acceptsAnyKey ? anyKeyAccepted : undefined,
    },
    [
      {
        operation,
        request: { keys: [[header, unknownKey]] },
        expected,
        when: `the key in ${header} is unknown`,
      },
    ],
  );
}

function createCase(
  operation: Operation,
  expected: ExpectedStatus,
  keys: readonly (readonly [string, ApiKey])[],
  when: string,
): Case {
  return { operation, request: { keys }, expected, when };
}

function toMixedCase(name: string): string {
  return name.replaceAll(/\w/g, (letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter));
}
