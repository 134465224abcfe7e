import { listOperations, readDocument } from '@giftoin/openapi';
import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { expect, test } from 'vitest';
import { checkErrorBody, checkList, checkListAgainstOne, checkProgress } from '../src/index.ts';

const operations = listOperations(await readDocument());

function examplesOf(operationId: string, status: number): ReadonlyMap<string, unknown> {
  const operation = operations.find((candidate) => candidate.operationId === operationId);
  return operation?.responses.find((response) => response.status === status)?.examples ?? new Map();
}

const lists = examplesOf('listCollectionChallengeProgress', 200);
const programs = examplesOf('getCollectionChallengeProgress', 200);
const errors = operations.flatMap(({ operationId, responses }) =>
  responses
    .filter(({ status }) => status !== 200)
    .flatMap(({ status, examples }) => [...examples].map(([name, body]) => ({ operationId, status, name, body }))),
);

test('the example of the page of the provider is among the examples', () => {
  expect(lists.has('providerPage')).toBe(true);
  expect(programs.has('providerPage')).toBe(true);
});

test.each([...lists])('the list example %s keeps the rules', (_, list) => {
  expect(checkList(list as CollectionChallengeProgressList)).toEqual([]);
});

test.each([...programs])('the example %s of one program keeps the rules', (name, value) => {
  const program = value as CollectionChallengeProgress;
  const list = lists.get(name) as CollectionChallengeProgressList;

  expect(checkProgress(program)).toEqual([]);
  expect(checkListAgainstOne(list, program.id, program)).toEqual([]);
});

test('every error status has an example', () => {
  expect([...new Set(errors.map(({ status }) => status))]).toEqual([400, 401, 402, 403, 404, 429, 500]);
});

test.each(errors)('the $status example $name of $operationId is an error as it should be', ({ status, body }) => {
  expect(checkErrorBody(status, body, 'Fri, 25 Dec 2026 00:00:00 GMT')).toEqual([]);
});
