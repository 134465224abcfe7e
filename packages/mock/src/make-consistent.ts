import type { JsonObject, SchemaValidator } from '@giftoin/openapi';
import { checkList, checkProgress } from '@giftoin/rules';
import type { CollectionChallengeProgress, Reward } from '@giftoin/types';

type Progress = CollectionChallengeProgress;
type Violations = ReturnType<typeof checkProgress>;

/** The schemas for which the contract has requirements beyond them: how to make a value consistent, and how to check it. */
const rules: Record<string, { toConsistent(body: unknown): unknown; check(body: unknown): Violations }> = {
  '#/components/schemas/CollectionChallengeProgress': {
    toConsistent: (body) => toConsistentProgress(body as Progress),
    check: (body) => checkProgress(body as Progress),
  },
  '#/components/schemas/CollectionChallengeProgressList': {
    toConsistent: (body) => removeDuplicates((body as Progress[]).map(toConsistentProgress)),
    check: (body) => checkList(body as Progress[]),
  },
};

/**
 * Makes a generated body meet the requirements that its schema cannot express, and that a generator cannot know: counts that
 * are consistent, a percentage that follows from them, a reward that can be claimed only if the collection is complete.
 *
 * @returns the body, and the violations that remain, a sentence each
 */
export function makeConsistent(
  schema: JsonObject,
  body: unknown,
  validate: SchemaValidator,
): { body: unknown; violations: string[] } {
  const rule = rules[String(schema.$ref)];
  const consistent = rule ? rule.toConsistent(body) : body;
  const invalid = validate(schema, consistent).map(({ path, message }) => `${path || 'the body'} ${message}`);
  if (invalid.length > 0 || !rule) return { body: consistent, violations: invalid };
  return { body: consistent, violations: rule.check(consistent).map(({ path, message }) => `${path}: ${message}`) };
}

function toConsistentProgress(progress: Progress): Progress {
  const cards = removeDuplicates(progress.cards.map((card) => ({ ...card, isOwned: card.ownedQuantity > 0 })));
  const owned = cards.filter(({ isOwned }) => isOwned).length;
  const collectedCount = Math.max(progress.collectedCount, owned);
  const size = Math.max(progress.size, collectedCount + cards.length - owned);
  const { start, end } = progress.duration;
  const lastStart = Math.min(start?.date ?? 0, end?.date ?? start?.date ?? 0);
  return {
    ...progress,
    cards,
    collectedCount,
    size,
    progressInPercentage: size === 0 ? 0 : Math.floor((100 * collectedCount) / size),
    duration: { ...progress.duration, start: start && { ...start, date: lastStart } },
    timeLeft: end ? (progress.timeLeft ?? 0) : null,
    reward: progress.reward ? toConsistentReward(progress.reward, size > 0 && collectedCount === size) : null,
  };
}

function toConsistentReward(reward: Reward, complete: boolean): Reward {
  return {
    ...reward,
    canClaim: complete && !reward.isClaimed,
    claimedTimestamp: reward.claimedTimestamp ?? (reward.isClaimed ? Date.now() : null),
  };
}

function removeDuplicates<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
