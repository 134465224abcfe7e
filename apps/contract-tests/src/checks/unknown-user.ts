import type { Operation } from '@giftoin/openapi';
import type { CollectionChallengeProgress } from '@giftoin/types';
import type { Check, CheckContext } from '../model/check.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import { findOperationReturning, toPlace } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../model/suite-violation.ts';
import type { TestRequest } from '../model/test-request.ts';
import { createSuccess, findStatusViolations } from './expected-status.ts';
import { listPrograms } from './responses/rule-violations.ts';
import { findMissingResource, noState } from './skip-reasons.ts';

const requirement = 'unknown-user';

/** Checks that an unknown user gets every visible program at 0 %. */
export function createUnknownUserChecks(server: ServerUnderTest): Check[] {
  const operations = server.contract.reads;
  const list = findOperationReturning(operations, 'CollectionChallengeProgressList');
  const one = findOperationReturning(operations, 'CollectionChallengeProgress');
  if (!list || !one) return [];
  const programIds = server.listedIds.get(toPlace(one, 'programId'));
  return [
    {
      id: `${list.operationId}/unknown-user`,
      title: `${list.operationId} returns every visible program at 0 % for an unknown user`,
      requirement,
      skip: server.isMock ? noState : undefined,
      run: (context) => checkUnknownUsers(server, context, list, programIds),
    },
    {
      id: `${one.operationId}/unknown-user`,
      title: `${one.operationId} returns a program at 0 % for an unknown user`,
      requirement,
      skip: server.isMock ? noState : findMissingResource(server, one),
      run: (context) => checkUnknownUsers(server, context, one, programIds),
    },
  ];
}

/** @param programIds the programs that are visible to the key, if they are known */
async function checkUnknownUsers(
  server: ServerUnderTest,
  context: CheckContext,
  operation: Operation,
  programIds: readonly string[] | undefined,
): Promise<void> {
  const user = { segments: { platformUserId: `no-such-user-${server.seed}-4c8e1f5a9b` } };
  const platform = { segments: { platform: `no-${server.seed}-platform` } };
  await Promise.all([
    checkUnknownUser(server, context, operation, { request: user, when: 'the user is unknown', programIds }),
    checkUnknownUser(server, context, operation, { request: platform, when: 'the platform is unknown', programIds }),
  ]);
}

interface UnknownUser {
  readonly request: TestRequest;
  readonly when: string;
  readonly programIds: readonly string[] | undefined;
}

async function checkUnknownUser(
  server: ServerUnderTest,
  context: CheckContext,
  operation: Operation,
  { request, when, programIds }: UnknownUser,
): Promise<void> {
  const exchange = await context.send(operation, request);
  if (!exchange) return;
  const wrongStatus = findStatusViolations(server, exchange, createSuccess(operation), { requirement, when });
  context.record(exchange, wrongStatus.length > 0 ? wrongStatus : findOwnedPrograms(server, exchange));
  if (wrongStatus.length > 0) return;
  if (findWrongPrograms(server, programIds, exchange).length === 0) return;
  // A program can appear or disappear after the list was fetched.
  const [known, again] = [await context.send(operation), await context.send(operation, request)];
  if (known && again) context.record(again, findWrongPrograms(server, listProgramIds(known), again));
}

function listProgramIds(exchange: CompleteExchange): string[] {
  return listPrograms(exchange).map(({ id }) => id);
}

function findOwnedPrograms(server: ServerUnderTest, exchange: CompleteExchange): SuiteViolation[] {
  return listPrograms(exchange).flatMap((program) => {
    const progress = describeProgress(program);
    if (progress === undefined) return [];
    return [
      createViolation(server, {
        requirement,
        code: 'unknown-user-has-progress',
        path: '',
        values: { programId: program.id },
        message: `In the program ${program.id}, ${progress}. Expected 0 %, because the user is unknown.`,
        expected: '0 %',
      }),
    ];
  });
}

/** Describes the progress of a user in a program; undefined if there is none. */
function describeProgress(program: CollectionChallengeProgress): string | undefined {
  const { collectedCount, progressInPercentage, cards, reward } = program;
  // Another type is a violation of the schema.
  const isProgress = (value: unknown) => typeof value === 'number' && value !== 0;
  if (isProgress(collectedCount)) return `collectedCount is ${collectedCount}`;
  if (isProgress(progressInPercentage)) return `progressInPercentage is ${progressInPercentage}`;
  if (Array.isArray(cards) && cards.some((card) => card?.isOwned === true || card?.ownedQuantity > 0))
    return 'a card is owned';
  if (reward?.isClaimed === true) return 'the reward is claimed';
  return reward?.canClaim === true ? 'the reward can be claimed' : undefined;
}

/** Finds programs that are missing from the list of an unknown user, or that only an unknown user gets. */
function findWrongPrograms(
  server: ServerUnderTest,
  ids: readonly string[] | undefined,
  exchange: CompleteExchange,
): SuiteViolation[] {
  if (!Array.isArray(exchange.response.json) || !ids) return [];
  const returned = new Set(listProgramIds(exchange));
  const [missing] = ids.filter((id) => !returned.has(id));
  const [additional] = [...returned].filter((id) => !ids.includes(id));
  const create = (code: string, programId: string, problem: string) =>
    createViolation(server, {
      requirement,
      code,
      path: '',
      values: { programId },
      message: `The program ${programId} ${problem}.`,
      expected: `the ${ids.length} programs that are visible to the key`,
    });
  return [
    ...(missing === undefined
      ? []
      : [create('visible-program-missing', missing, 'is missing in the list of an unknown user')]),
    ...(additional === undefined
      ? []
      : [create('invisible-program-listed', additional, 'is only in the list of an unknown user')]),
  ];
}
