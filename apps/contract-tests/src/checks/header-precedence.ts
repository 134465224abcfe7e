import type { Operation } from '@giftoin/openapi';
import { type ApiKey, emptyKey, unknownKey } from '../model/api-key.ts';
import type { Check } from '../model/check.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { createSuccess, createUnauthorized } from './expected-status.ts';
import { anyKeyAccepted, findMissingResource } from './skip-reasons.ts';

/** A key for each header, in the order of the document; undefined for a header that is not sent. */
type KeyByHeader = readonly (ApiKey | undefined)[];

/** Checks which header counts if several headers carry a key. */
export function createHeaderPrecedenceChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation) => {
    const { operationId: id, apiKeyHeaders: headers } = operation;
    if (headers.length < 2) return [];
    const { key } = server;
    const skip = findMissingResource(server, operation);
    const success = createSuccess(operation);

    const unknownFirst = headers.flatMap((_, first) =>
      headers.slice(first + 1).map((_, distance) =>
        headers.map((_, index) => {
          if (index === first) return unknownKey;
          return index === first + 1 + distance ? key : undefined;
        }),
      ),
    );
    const knownFirst = unknownFirst.map((keys) => keys.map((sent) => sent && (sent === key ? unknownKey : key)));
    const emptyBefore = headers
      .slice(1)
      .map((_, last) => headers.map((_, index) => (index <= last ? emptyKey : index === last + 1 ? key : undefined)));
    const emptyAfter = [headers.map((_, index) => (index === 0 ? key : emptyKey))];
    const fillAll = (first: ApiKey, others: ApiKey) => headers.map((_, index) => (index === 0 ? first : others));
    return [
      createCaseCheck(
        server,
        {
          id: `${id}/header-precedence`,
          title: `${id} uses the first header that is not empty`,
          requirement: 'header-precedence',
          skip: server.acceptsAnyKey ? anyKeyAccepted : skip,
        },
        [
          ...createCases(server, operation, createUnauthorized(server, operation, 'unknown'), [
            ...unknownFirst,
            fillAll(unknownKey, key),
            headers.map((_, index) => (index === 0 ? emptyKey : index === 1 ? unknownKey : key)),
          ]),
          ...createCases(server, operation, success, [...knownFirst, fillAll(key, unknownKey)]),
        ],
      ),
      createCaseCheck(
        server,
        {
          id: `${id}/empty-headers`,
          title: `${id} ignores headers that are empty`,
          requirement: 'header-precedence',
          skip,
        },
        createCases(server, operation, success, [...emptyBefore, ...emptyAfter]),
      ),
    ];
  });
}

function createCases(
  server: ServerUnderTest,
  operation: Operation,
  expected: Case['expected'],
  all: readonly KeyByHeader[],
): Case[] {
  const { apiKeyHeaders: headers } = operation;
  return all.map((keyByHeader, index) => {
    const keys = headers.flatMap((header, at) => {
      const sent = keyByHeader[at];
      return sent ? [[header, sent] as const] : [];
    });
    const when = keys.map(([header, sent]) => `${header} ${describeKey(server, sent)}`).join(' and ');
    // The order in which the headers are sent must not matter, so that half of the requests reverse it.
    return { operation, request: { keys: index % 2 === 0 ? keys.reverse() : keys }, expected, when };
  });
}

function describeKey(server: ServerUnderTest, sent: ApiKey): string {
  if (sent === server.key) return 'has the key';
  return sent === emptyKey ? 'is empty' : 'has an unknown key';
}
