import { createAcceptedParameterChecks } from '../checks/accepted-parameters.ts';
import { createApiKeyHeaderChecks } from '../checks/api-key-headers.ts';
import { createDefaultChecks } from '../checks/defaults.ts';
import { createDocumentedStatusChecks } from '../checks/documented-statuses.ts';
import { createHeaderPrecedenceChecks } from '../checks/header-precedence.ts';
import { createKeyLocationChecks } from '../checks/key-location.ts';
import { createLimitChecks } from '../checks/limits.ts';
import { createListAndOneChecks } from '../checks/list-and-one.ts';
import { createMalformedParameterChecks } from '../checks/malformed-parameters.ts';
import { createNotFoundChecks } from '../checks/not-found.ts';
import { createPaginationChecks } from '../checks/pagination.ts';
import { createRepeatabilityChecks } from '../checks/repeatability.ts';
import { createRepeatedHeaderChecks } from '../checks/repeated-header.ts';
import { createSimilarKeyChecks } from '../checks/similar-keys.ts';
import { createUnknownQueryChecks } from '../checks/unknown-query.ts';
import { createUnknownUserChecks } from '../checks/unknown-user.ts';
import { createUserIsolationChecks } from '../checks/user-isolation.ts';
import { createValidationOrderChecks } from '../checks/validation-order.ts';
import { createWellFormedParameterChecks } from '../checks/well-formed-parameters.ts';
import { createWriteChecks } from '../checks/writes/write-checks.ts';
import type { Check } from '../model/check.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';

type Group = (server: ServerUnderTest) => readonly Check[];

const concurrentGroups: readonly Group[] = [
  createDocumentedStatusChecks,
  createSimilarKeyChecks,
  createRepeatedHeaderChecks,
  createKeyLocationChecks,
  createHeaderPrecedenceChecks,
  createValidationOrderChecks,
  createMalformedParameterChecks,
  createWellFormedParameterChecks,
  createAcceptedParameterChecks,
  createNotFoundChecks,
  createUnknownUserChecks,
  createUserIsolationChecks,
];

/** These compare responses. They run one at a time, so that little happens between two responses. */
const comparingGroups: readonly Group[] = [
  createUnknownQueryChecks,
  createRepeatabilityChecks,
  createDefaultChecks,
  createLimitChecks,
  createPaginationChecks,
];

/** A longer list takes so much of the budget to compare that it comes last. */
const shortList = 20;

/** Checks that run before those of the next stage. */
export interface Stage {
  readonly checks: readonly Check[];
  /** Whether the checks run one at a time. Otherwise they run concurrently. */
  readonly isSequential: boolean;
}

/**
 * Creates every check of the contract. A check that cannot run against the server is included, with the reason to skip it.
 *
 * @param only a text that the ID of each check must contain. Default: all checks.
 */
export function createStages(server: ServerUnderTest, only = ''): readonly Stage[] {
  const createStage = (groups: readonly Group[], isSequential: boolean): Stage => ({
    checks: groups.flatMap((createChecks) => createChecks(server)).filter(({ id }) => id.includes(only)),
    isSequential,
  });
  const isShort = [...server.listedIds.values()].every(({ length }) => length <= shortList);
  return [
    // Comparisons can fail because of a header. So the headers come first, each on its own.
    createStage([createApiKeyHeaderChecks], false),
    createStage(isShort ? [createListAndOneChecks, ...comparingGroups] : comparingGroups, true),
    createStage(concurrentGroups, false),
    createStage(isShort ? [] : [createListAndOneChecks], true),
    // These change what the others compare.
    createStage([createWriteChecks], true),
  ];
}
