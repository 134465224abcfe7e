import type { Operation } from '@giftoin/openapi';
import type { CollectionChallengeProgress } from '@giftoin/types';
import { programsOf } from '../answer-faults.ts';
import { type Asking, type Check, dueFaults } from '../check.ts';
import { operationAnswering } from '../contract.ts';
import type { Answered, Fault } from '../recorder.ts';
import { noState, nothingListed } from '../requests.ts';
import { type Sent, type Server, segmentsOf } from '../server.ts';

/** Whoever owns nothing gets every visible program at 0 %. */
export function nobody(server: Server): Check[] {
  const { operations } = server.contract;
  const list = operationAnswering(operations, 'CollectionChallengeProgressList');
  const one = operationAnswering(operations, 'CollectionChallengeProgress');
  if (!list || !one) return [];
  const stranger = `nobody-${server.seed}-4c8e1f5a9b`;
  const strangers: readonly (readonly [string, Sent])[] = [
    ['nobody knows the user', { segments: { platformUserId: stranger } }],
    ['nobody knows the platform', { segments: { platform: `no-${server.seed}-platform` } }],
  ];
  return [
    {
      id: `${list.operationId}/nobody`,
      title: `${list.operationId} answers every visible program at 0 % where nobody knows who is asked for`,
      statement: 'nobody',
      skip: server.isMock ? noState : undefined,
      run: (asking) => all(strangers, ([when, sent]) => checkStranger(server, asking, list, sent, when)),
    },
    {
      id: `${one.operationId}/nobody`,
      title: `${one.operationId} answers a program at 0 % where nobody knows who is asked for`,
      statement: 'nobody',
      skip: server.isMock ? noState : segmentsOf(server, one) ? undefined : nothingListed,
      run: (asking) => all(strangers, ([when, sent]) => checkStranger(server, asking, one, sent, when)),
    },
  ];
}

async function all<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  await Promise.all(items.map(run));
}

async function checkStranger(
  server: Server,
  asking: Asking,
  operation: Operation,
  sent: Sent,
  when: string,
): Promise<void> {
  const exchange = await asking.get(operation, sent);
  if (!exchange) return;
  const status = dueFaults(server, 'nobody', exchange, { status: 200 }, when);
  asking.record(exchange, status.length > 0 ? status : ownedFaults(exchange));
  if (status.length > 0 || visibleFaults(server.listed.get('programId'), exchange).length === 0) return;
  // A program may have come or gone since the list was read.
  const [known, again] = [await asking.get(operation), await asking.get(operation, sent)];
  if (known && again) asking.record(again, visibleFaults(idsOf(known), again));
}

function idsOf(exchange: Answered): string[] {
  return programsOf(exchange).map(({ id }) => id);
}

function ownedFaults(exchange: Answered): Fault[] {
  return programsOf(exchange).flatMap((program) => {
    const owned = ownedPart(program);
    if (owned === undefined) return [];
    const sentence = `In the program ${program.id}, ${owned} for a user whom nobody knows.`;
    return [{ statement: 'nobody' as const, cause: `nobody: owns`, sentence, expected: '0 %' }];
  });
}

function ownedPart({
  collectedCount,
  progressInPercentage,
  cards,
  reward,
}: CollectionChallengeProgress): string | undefined {
  if (collectedCount !== 0) return `collectedCount is ${collectedCount}`;
  if (progressInPercentage !== 0) return `progressInPercentage is ${progressInPercentage}`;
  if (Array.isArray(cards) && cards.some((card) => card?.isOwned === true || card?.ownedQuantity > 0))
    return 'a card is owned';
  if (reward?.isClaimed === true) return 'the reward is claimed';
  return reward?.canClaim === true ? 'the reward can be claimed' : undefined;
}

function visibleFaults(ids: readonly string[] | undefined, exchange: Answered): Fault[] {
  if (!Array.isArray(exchange.answer.json) || !ids) return [];
  const shown = new Set(idsOf(exchange));
  const [missing] = ids.filter((id) => !shown.has(id));
  const [surplus] = [...shown].filter((id) => !ids.includes(id));
  const fault = (sentence: string): Fault => ({
    statement: 'nobody',
    cause: 'nobody: visible',
    sentence,
    expected: `the ${ids.length} programs that are visible to the key`,
  });
  return [
    ...(missing === undefined ? [] : [fault(`The program ${missing} is missing for a user whom nobody knows.`)]),
    ...(surplus === undefined ? [] : [fault(`The program ${surplus} is there for a user whom nobody knows alone.`)]),
  ];
}
