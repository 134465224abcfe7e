import { emptyKey, unknownKey } from '../model/api-key.ts';
import type { Check } from '../model/check.ts';
import { createKnownSegments, type ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { nothingListed } from './skip-reasons.ts';

/**
 * Checks a key header that is sent twice, or that has two values separated by a comma, which is how proxies and HTTP
 * libraries combine repeated headers. The first value that is not empty counts.
 */
export function createRepeatedHeaderChecks(server: ServerUnderTest): Check[] {
  return server.contract.operations.flatMap((operation) =>
    operation.apiKeyHeaders.map((header) => {
      const { operationId: id } = operation;
      const { key } = server;
      const comma = { value: `, ${key.value}`, placeholder: `, ${key.placeholder}` };
      const createCase = (keys: readonly (typeof key)[], when: string, expected: Case['expected']): Case => ({
        operation,
        request: { keys: keys.map((each) => [header, each]) },
        expected,
        when: `${header} ${when}`,
      });
      const valid = { status: 200 };
      const unknown = { status: 401, errorCode: 1001 };
      return createCaseCheck(
        server,
        {
          id: `${id}/repeated-header/${header}`,
          title: `${id} uses the first value that is not empty if ${header} is repeated`,
          requirement: 'repeated-header',
          skip: createKnownSegments(server, operation) ? undefined : nothingListed,
        },
        [
          createCase([emptyKey, key], 'is sent twice, first empty and then with the key', valid),
          createCase([key, key], 'is sent twice with the key', valid),
          createCase([comma], 'has a comma and then the key', valid),
          createCase([key, unknownKey], 'is sent twice, first with the key and then with an unknown key', valid),
          ...(server.acceptsAnyKey
            ? []
            : [
                createCase(
                  [unknownKey, key],
                  'is sent twice, first with an unknown key and then with the key',
                  unknown,
                ),
              ]),
        ],
      );
    }),
  );
}
