import { readFile } from 'node:fs/promises';
import { documentFile } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { edit, redocly, withDocument } from './redocly.ts';

const text = await readFile(documentFile, 'utf8');

test.each(['giftoin', 'sandbox-control'])('%s passes the strict rules without a warning', async (name) => {
  const { code, json } = await redocly('lint', name, '--format=json');
  expect({ code, report: json() }).toMatchObject({ code: 0, report: { totals: { errors: 0, warnings: 0 } } });
});

test("each of the project's own rules reports the error that it exists for", async () => {
  const broken = [
    ['The URL of an image of the card.', 'The URL of an image of the card'],
    ['          $ref: "#/components/responses/InternalServerError"\n\n  /api', '          description: x\n\n  /api'],
    ['    gft-api-key:\n      type: apiKey', '    the-api-key:\n      type: apiKey'],
    ['operationId: getCollectionChallengeProgress', 'operationId: get_progress'],
    ['x-source: docs\n      required: [status]', 'x-source: guess\n      required: [status]'],
  ].reduce((before, [from = '', to = '']) => edit(before, from, to), text.replace('"500":', '"503":'));

  const { code, json } = await withDocument(broken, (file) => redocly('lint', file, '--format=json'));

  const { problems } = json() as { problems: { ruleId: string }[] };
  const own = problems.map(({ ruleId }) => ruleId).filter((id) => /^(rule|giftoin)\//.test(id));
  expect(code).toBe(1);
  expect([...new Set(own)].sort()).toEqual([
    'giftoin/property-description',
    'rule/every-error-listed',
    'rule/operation-id-camel-case',
    'rule/schema-source',
    'rule/three-api-key-headers',
  ]);
});

test('the only hotspots of the score come from the open sets', async () => {
  const { json } = await redocly('score', 'giftoin', '--format=json');
  const score = json() as { agentReadiness: number; hotspots: { operationId: string; reasons: string[] }[] };
  // The contract requires an anyOf for each of the four open sets, which the score counts as polymorphism. The rarity
  // of a card in a program in the list is the fifth level. Nothing else reduces the score.
  expect(score.hotspots.map(({ operationId, reasons }) => [operationId, reasons])).toEqual([
    [
      'listCollectionChallengeProgress',
      ['Deep schema nesting (depth 5)', 'Polymorphism (anyOf) without discriminator (8 anyOf)'],
    ],
    ['getCollectionChallengeProgress', ['Polymorphism (anyOf) without discriminator (8 anyOf)']],
  ]);
  expect(score.agentReadiness).toBeGreaterThanOrEqual(78.1);
});
