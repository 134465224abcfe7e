import { createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';
import { checkProgress } from '@giftoin/rules';
import { expect, test } from 'vitest';
import { coherent } from '../src/dynamic.ts';

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

test('what a generator contradicts is made to agree, and the rest is kept', () => {
  const { body, findings } = coherent(schema, contradictory, check);
  expect(findings).toEqual([]);
  expect(checkProgress(body as never)).toEqual([]);
  expect(body).toMatchObject({
    name: page.name,
    cards: [
      { id: 'a', isOwned: false },
      { id: 'b', isOwned: false },
    ],
  });
});

test('a complete collection can be claimed, once', () => {
  const complete = { ...contradictory, cards: [card], reward: { ...(page.reward as object), isClaimed: false } };
  expect(coherent(schema, complete, check).body).toMatchObject({
    collectedCount: 1,
    size: 1,
    progressInPercentage: 100,
    reward: { canClaim: true },
  });
});

test('no program occurs twice in a list', () => {
  const { body, findings } = coherent(listSchema, [contradictory, contradictory], check);
  expect([findings, (body as unknown[]).length]).toEqual([[], 1]);
});

test('an answer that does not fit its schema is not passed on', () => {
  const { findings } = coherent(schema, { ...contradictory, image: 'https://a b' }, check);
  expect(findings).toEqual(['image must match format "uri"']);
});
