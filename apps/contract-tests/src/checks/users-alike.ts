import { programsOf } from '../answer-faults.ts';
import { type Check, SkippedError } from '../check.ts';
import { operationAnswering } from '../contract.ts';
import type { Answered } from '../recorder.ts';
import { noState } from '../requests.ts';
import type { Server } from '../server.ts';

/** No user is taken for another. */
export function usersAlike(server: Server): Check[] {
  const list = operationAnswering(server.contract.operations, 'CollectionChallengeProgressList');
  const user = server.known.get('platformUserId');
  if (!list || user === undefined) return [];
  return [
    {
      id: `${list.operationId}/users-alike`,
      title: `${list.operationId} takes no user for another whose id is like it`,
      statement: 'nobody',
      skip: server.isMock ? noState : undefined,
      run: async (asking) => {
        const plain = await asking.get(list);
        if (!plain) return;
        if (!programsOf(plain).some(({ collectedCount }) => collectedCount > 0)) {
          throw new SkippedError('the user owns no card: give one who does with --user');
        }
        const fits = server.contract.parameters.get('platformUserId')?.fits ?? (() => true);
        const alike = likeUsers(user).filter(({ value }) => fits(value));
        await Promise.all(
          alike.map(async ({ value, likelyCause }) => {
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
          }),
        );
      },
    },
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
    [`${user}@no-such-domain`, 'What follows an @ is cut off.'],
    [`no-such-name:${user}`, 'What stands before a colon is cut off.'],
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
