import { listOperations, readDocument } from '@giftoin/openapi';
import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { expect, test } from 'vitest';
import { checkErrorBody, checkList, checkListAgainstOne, checkProgress } from '../src/index.ts';

const operations = listOperations(await readDocument());

function findExamples(operationId: string, status: number): ReadonlyMap<string, unknown> {
  const operation = operations.find((candidate) => candidate.operationId === operationId);
  return operation?.responses.find((response) => response.status === status)?.examples ?? new Map();
}

const lists = findExamples('listCollectionChallengeProgress', 200);
const programs = findExamples('getCollectionChallengeProgress', 200);
const errors = operations.flatMap(({ operationId, responses }) =>
  responses
    .filter(({ status }) => status >= 400)
    .flatMap(({ status, examples }) => [...examples].map(([name, body]) => ({ operationId, status, name, body }))),
);

test('the document has the example of the provider', () => {
  expect(lists.has('providerPage')).toBe(true);
  expect(programs.has('providerPage')).toBe(true);
});

test.each([...lists])('the list example %s has no violations', (_, list) => {
  expect(checkList(list as CollectionChallengeProgressList)).toEqual([]);
});

test.each([...programs])('the example %s of one program has no violations', (name, value) => {
  const program = value as CollectionChallengeProgress;
  const list = lists.get(name) as CollectionChallengeProgressList;

  expect(checkProgress(program)).toEqual([]);
  expect(checkListAgainstOne(list, program.id, program)).toEqual([]);
});

test('the document has an example of every error status code', () => {
  const documented = operations.flatMap(({ responses }) => responses.map(({ status }) => status));
  const errorStatuses = [...new Set(documented)].filter((status) => status >= 400);
  expect([...new Set(errors.map(({ status }) => status))]).toEqual(errorStatuses);
});

test.each(errors)('the $status example $name of $operationId has no violations', ({ status, body }) => {
  expect(checkErrorBody(status, body, 'Fri, 25 Dec 2026 00:00:00 GMT')).toEqual([]);
});
