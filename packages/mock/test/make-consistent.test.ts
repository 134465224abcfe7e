import { createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';
import { checkProgress } from '@giftoin/rules';
import { expect, test } from 'vitest';
import { makeConsistent } from '../src/make-consistent.ts';

const document = await readDocument();
const check = createSchemaValidator(document);
const [, one] = listOperations(document);
const page = one?.responses[0]?.examples.get('providerPage') as Record<string, unknown>;
const schema = { $ref: '#/components/schemas/CollectionChallengeProgress' };
const listSchema = { $ref: '#/components/schemas/CollectionChallengeProgressList' };

const card = {
  name: 'A',
  id: 'a',
  image: 'https://example.com/a.png',
  ownedQuantity: 1,
  isOwned: false,
  rarity: 'rare',
};
const contradictory = {
  ...page,
  size: 0,
  collectedCount: 0,
  progressInPercentage: 77,
  cards: [card, { ...card, ownedQuantity: 0, isOwned: true }, { ...card, id: 'b', ownedQuantity: 0, isOwned: true }],
  timeLeft: null,
  reward: { ...(page.reward as object), isClaimed: true, canClaim: true, claimedTimestamp: null },
  duration: { start: { date: 20, showBefore: true }, end: { date: 10, showAfter: true } },
};

test('makes contradictory values consistent, and keeps the rest', () => {
  const { body, violations } = makeConsistent(schema, contradictory, check);
  expect(violations).toEqual([]);
  expect(checkProgress(body as never)).toEqual([]);
  expect(body).toMatchObject({
    name: page.name,
    cards: [
      { id: 'a', isOwned: false },
      { id: 'b', isOwned: false },
    ],
  });
});

test('lets a complete collection be claimed once', () => {
  const complete = { ...contradictory, cards: [card], reward: { ...(page.reward as object), isClaimed: false } };
  expect(makeConsistent(schema, complete, check).body).toMatchObject({
    collectedCount: 1,
    size: 1,
    progressInPercentage: 100,
    reward: { canClaim: true },
  });
});

test('removes duplicate programs from a list', () => {
  const { body, violations } = makeConsistent(listSchema, [contradictory, contradictory], check);
  expect([violations, (body as unknown[]).length]).toEqual([[], 1]);
});

test('returns the violations of the schema', () => {
  const { violations } = makeConsistent(schema, { ...contradictory, image: 'https://a b' }, check);
  expect(violations).toEqual(['image must match format "uri"']);
});
