import { emptyKey, unknownKey } from '../model/api-key.ts';
import type { Check } from '../model/check.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { createSuccess, createUnauthorized } from './expected-status.ts';
import { findMissingResource } from './skip-reasons.ts';

/**
 * Checks a key header that is sent twice, or that has two values separated by a comma, which is how proxies and HTTP
 * libraries combine repeated headers. The first value that is not empty counts. A document with a single key header is of
 * another API, which does not say so.
 */
export function createRepeatedHeaderChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation) =>
    (operation.apiKeyHeaders.length < 2 ? [] : operation.apiKeyHeaders).map((header) => {
      const { operationId: id } = operation;
      const { key } = server;
      const comma = { value: `, ${key.value}`, placeholder: `, ${key.placeholder}` };
      const createCase = (keys: readonly (typeof key)[], when: string, expected: Case['expected']): Case => ({
        operation,
        request: { keys: keys.map((each) => [header, each]) },
        expected,
        when: `${header} ${when}`,
      });
      const valid = createSuccess(operation);
      const unknown = createUnauthorized(server, operation, 'unknown');
      return createCaseCheck(
        server,
        {
          id: `${id}/repeated-header/${header}`,
          title: `${id} uses the first value that is not empty if ${header} is repeated`,
          requirement: 'repeated-header',
          skip: findMissingResource(server, operation),
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
