import type { Operation } from '@giftoin/openapi';
import type { Check } from '../model/check.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { createUnauthorized } from './expected-status.ts';
import { createSimilarKeys, type SimilarKey } from './similar-key-values.ts';
import { anyKeyAccepted } from './skip-reasons.ts';

/** Checks that a key is unknown if it only resembles the key, or if a careless comparison accepts it. */
export function createSimilarKeyChecks(server: ServerUnderTest): Check[] {
  const operations = server.contract.reads.filter(({ apiKeyHeaders }) => apiKeyHeaders.length > 0);
  const { closest, others } = createSimilarKeys(server.key.value);
  return operations.map((operation, index) => {
    const { operationId: id, apiKeyHeaders } = operation;
    // Which operation is requested matters little for most keys, so that the operations share them.
    const takeShare = (keys: readonly SimilarKey[]) => keys.filter((_, at) => at % operations.length === index);
    return createCaseCheck(
      server,
      {
        id: `${id}/similar-keys`,
        title: `${id} accepts only the exact key`,
        requirement: 'api-key',
        skip: server.acceptsAnyKey ? anyKeyAccepted : undefined,
      },
      [
        ...closest.map((key) => createCase(server, operation, findUsualHeader(server, operation), key)),
        ...apiKeyHeaders
          .filter((header) => header !== findUsualHeader(server, operation))
          .flatMap((header) => takeShare(closest).map((key) => createCase(server, operation, header, key))),
        ...takeShare(others).map((key, at) =>
          createCase(server, operation, apiKeyHeaders[at % apiKeyHeaders.length] ?? server.usualHeader, key),
        ),
      ],
    );
  });
}

function findUsualHeader({ usualHeader }: ServerUnderTest, { apiKeyHeaders }: Operation): string {
  return apiKeyHeaders.includes(usualHeader) ? usualHeader : (apiKeyHeaders[0] ?? usualHeader);
}

function createCase(server: ServerUnderTest, operation: Operation, header: string, similarKey: SimilarKey): Case {
  const { likelyCause, mayBeRejected = false, ...key } = similarKey;
  return {
    operation,
    request: { keys: [[header, key]], mayBeRejected },
    expected: createUnauthorized(server, operation, 'unknown'),
    when: `${header} has ${key.placeholder}`,
    ...(likelyCause !== undefined && { likelyCause }),
  };
}
