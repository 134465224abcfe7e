import { type Check, SkippedError } from '../model/check.ts';
import { encodeSegment } from '../model/encode-segment.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import { findOperationReturning } from '../model/operations.ts';
import { findKnownValue, type ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation } from '../model/suite-violation.ts';
import { listPrograms } from './responses/rule-violations.ts';
import { noState } from './skip-reasons.ts';

/** Checks that the server does not confuse users with similar IDs. */
export function createUserIsolationChecks(server: ServerUnderTest): Check[] {
  const list = findOperationReturning(server.contract.reads, 'CollectionChallengeProgressList');
  const user = list && findKnownValue(server, list, 'platformUserId');
  if (!list || user === undefined) return [];
  return [
    {
      id: `${list.operationId}/user-isolation`,
      title: `${list.operationId} does not confuse users with similar IDs`,
      requirement: 'unknown-user',
      skip: server.isMock ? noState : undefined,
      run: async (context) => {
        const own = await context.send(list);
        if (!own) return;
        if (!listPrograms(own).some(({ collectedCount }) => collectedCount > 0)) {
          throw new SkippedError('the user has no cards. Pass a user with cards with --user');
        }
        const parameter = list.parameters.find(({ name }) => name === 'platformUserId');
        const isValid = parameter ? server.contract.findFacts(parameter).isValid : () => true;
        const similarUsers = createSimilarUsers(user).filter(({ id }) => isValid(id));
        await Promise.all(
          similarUsers.map(async ({ id, reason }) => {
            const exchange = await context.send(list, { segments: { platformUserId: encodeSegment(id) } });
            if (!exchange || !hasSameProgress(own, exchange)) return;
            const violation = createViolation(server, {
              requirement: 'unknown-user',
              code: 'users-confused',
              path: '',
              values: { user, similarUser: id, reason },
              message: `The user ${id} has the same progress as the user ${user}.`,
              expected: 'every visible program at 0 %, unless that user has cards',
              likelyCause: likelyCauses[reason],
            });
            context.record(exchange, [violation]);
          }),
        );
      },
    },
  ];
}

const likelyCauses = {
  'text-after-at': 'The server ignores what follows an @.',
  'text-before-colon': 'The server ignores what precedes a colon.',
  'sql-pattern': 'The server looks up users with a pattern in SQL, in which _ matches any character.',
  'regular-expression': 'The server looks up users with a regular expression.',
  'beginning-or-number': 'The server compares only the beginning of user IDs, or parses them as numbers.',
  number: 'The server parses user IDs as numbers, which are too large for the numbers of JavaScript.',
} as const;

interface SimilarUser {
  readonly id: string;
  /** Why a server can confuse the two users. */
  readonly reason: keyof typeof likelyCauses;
}

/**
 * Creates user IDs that a careless comparison takes for the user's. Each is so unusual that hardly any user has it, because
 * a user who happens to have the same progress must not count as a violation.
 */
function createSimilarUsers(user: string): SimilarUser[] {
  const middle = Math.floor(user.length / 2);
  const [before, after] = [user.slice(0, middle), user.slice(middle + 1)];
  const similar: SimilarUser[] = [
    { id: `${user}@no-such-domain`, reason: 'text-after-at' },
    { id: `no-such-name:${user}`, reason: 'text-before-colon' },
    { id: `${before}_${after}`, reason: 'sql-pattern' },
    { id: `${before}.${after}`, reason: 'regular-expression' },
  ];
  if (/^[1-9]\d{11,39}$/.test(user)) {
    similar.push(
      { id: `${user}x`, reason: 'beginning-or-number' },
      { id: `${user}.0`, reason: 'number' },
      { id: `0${user}`, reason: 'number' },
      { id: user.slice(0, -1), reason: 'beginning-or-number' },
      { id: BigInt(Number(user)).toString(), reason: 'number' },
      { id: (BigInt(user) + 1n).toString(), reason: 'number' },
    );
  }
  return similar.filter(({ id }) => id !== user);
}

function hasSameProgress(one: CompleteExchange, other: CompleteExchange): boolean {
  const serialize = (exchange: CompleteExchange) =>
    JSON.stringify(listPrograms(exchange).map(({ id, collectedCount, cards }) => [id, collectedCount, cards]));
  return other.response.status === 200 && serialize(one) === serialize(other);
}
