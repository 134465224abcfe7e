import type { JsonObject, SchemaValidator } from '@giftoin/openapi';
import { checkList, checkProgress, type RuleViolation } from '@giftoin/rules';
import type { CollectionChallengeProgress, Reward } from '@giftoin/types';

type Progress = CollectionChallengeProgress;

/** The schemas about which the contract asks more than they say: how to make a value keep it, and what breaks it. */
const ruled: Record<string, { agree(body: unknown): unknown; check(body: unknown): readonly RuleViolation[] }> = {
  '#/components/schemas/CollectionChallengeProgress': {
    agree: (body) => agreeingProgress(body as Progress),
    check: (body) => checkProgress(body as Progress),
  },
  '#/components/schemas/CollectionChallengeProgressList': {
    agree: (body) => unique((body as Progress[]).map(agreeingProgress)),
    check: (body) => checkList(body as Progress[]),
  },
};

/**
 * Makes a generated answer keep what the contract asks beyond its schemas, which a generator cannot know: counts
 * that agree, a percentage that follows from them, a claim only when complete.
 *
 * @returns the answer, and a sentence for everything in it that still breaks the contract
 */
export function coherent(
  schema: JsonObject,
  body: unknown,
  check: SchemaValidator,
): { body: unknown; findings: string[] } {
  const rules = ruled[String(schema.$ref)];
  const agreed = rules ? rules.agree(body) : body;
  const wrong = check(schema, agreed).map(({ path, message }) => `${path || 'the body'} ${message}`);
  if (wrong.length > 0 || !rules) return { body: agreed, findings: wrong };
  return { body: agreed, findings: rules.check(agreed).map(({ path, message }) => `${path}: ${message}`) };
}

function agreeingProgress(progress: Progress): Progress {
  const cards = unique(progress.cards.map((card) => ({ ...card, isOwned: card.ownedQuantity > 0 })));
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
    reward: progress.reward ? agreeingReward(progress.reward, size > 0 && collectedCount === size) : null,
  };
}

function agreeingReward(reward: Reward, complete: boolean): Reward {
  return {
    ...reward,
    canClaim: complete && !reward.isClaimed,
    claimedTimestamp: reward.claimedTimestamp ?? (reward.isClaimed ? Date.now() : null),
  };
}

function unique<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
