import type { Operation } from '@giftoin/openapi';
import type { CollectionChallengeProgress } from '@giftoin/types';
import { programsOf } from '../answer-faults.ts';
import { type Asking, type Check, dueFaults } from '../check.ts';
import { responseOf, schemaName } from '../contract.ts';
import type { Answered, Fault } from '../recorder.ts';
import { noState, nothingListed } from '../requests.ts';
import { type Sent, type Server, segmentsOf } from '../server.ts';

/** Whoever owns nothing gets every visible program at 0 %. */
export function nobody(server: Server): Check[] {
  const { operations } = server.contract;
  const answering = (name: string) =>
    operations.find((operation) => schemaName(responseOf(operation, 200)?.schema) === name);
  const list = answering('CollectionChallengeProgressList');
  const one = answering('CollectionChallengeProgress');
  if (!list || !one) return [];
  const user = server.known.get('platformUserId') ?? '';
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
    {
      id: `${list.operationId}/user-like-another`,
      title: `${list.operationId} takes no user for another whose id is like it`,
      statement: 'nobody',
      skip: server.isMock ? noState : undefined,
      run: async (asking) => {
        const plain = await asking.get(list);
        if (!plain || !programsOf(plain).some(({ collectedCount }) => collectedCount > 0)) return;
        const fits = server.contract.parameters.get('platformUserId')?.fits ?? (() => true);
        await all(
          likeUsers(user).filter(({ value }) => fits(value)),
          async ({ value, likelyCause }) => {
            const exchange = await asking.get(list, { segments: { platformUserId: encodeURIComponent(value) } });
            if (!exchange || !isSame(plain, exchange)) return;
            asking.record(exchange, [
              {
                statement: 'nobody',
                cause: `nobody: ${likelyCause}`,
                sentence: `The user ${value} owns just what the user ${user} owns.`,
                expected: 'every visible program at 0 %, unless that user owns cards',
                likelyCause,
              },
            ]);
          },
        );
      },
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
  asking.record(exchange, status.length > 0 ? status : [...ownedFaults(exchange), ...visibleFaults(server, exchange)]);
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

function visibleFaults({ listed }: Server, exchange: Answered): Fault[] {
  const ids = listed.get('programId');
  if (!Array.isArray(exchange.answer.json) || !ids) return [];
  const shown = new Set(programsOf(exchange).map(({ id }) => id));
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

/**
 * Identifiers that a careless comparison takes for the user's. Each is such that hardly anybody has it: a user who owns the
 * same by chance must not be taken for a fault.
 */
function likeUsers(user: string): { readonly value: string; readonly likelyCause: string }[] {
  const middle = Math.floor(user.length / 2);
  const asNumber = 'Users are read as numbers, which those of JavaScript are too short for.';
  const like: (readonly [string, string])[] = [
    [
      `${user.slice(0, middle)}_${user.slice(middle + 1)}`,
      'Users are looked up by a pattern of SQL, where _ is any character.',
    ],
    [`${user.slice(0, middle)}.${user.slice(middle + 1)}`, 'Users are looked up by a regular expression.'],
  ];
  if (/^[1-9]\d{11,39}$/.test(user)) {
    const byStart = 'Users are compared by how they start, or read as numbers.';
    like.push([`${user}x`, byStart], [`${user}.0`, asNumber], [`0${user}`, asNumber], [user.slice(0, -1), byStart]);
    like.push([BigInt(Number(user)).toString(), asNumber], [(BigInt(user) + 1n).toString(), asNumber]);
  }
  return like.filter(([value]) => value !== user).map(([value, likelyCause]) => ({ value, likelyCause }));
}

function isSame(one: Answered, other: Answered): boolean {
  const owned = (exchange: Answered) =>
    JSON.stringify(programsOf(exchange).map(({ id, collectedCount, cards }) => [id, collectedCount, cards]));
  return other.answer.status === 200 && owned(one) === owned(other);
}
