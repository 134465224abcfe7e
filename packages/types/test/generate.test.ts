import { readFile } from 'node:fs/promises';
import * as types from '@giftoin/types';
import { expect, test } from 'vitest';
import { openSetValues } from '../scripts/open-sets.ts';
import { generate } from '../scripts/schema.ts';

test('what is committed is what the document generates', async () => {
  for (const [name, text] of Object.entries(await generate())) {
    expect(await readFile(new URL(`../src/generated/${name}`, import.meta.url), 'utf8')).toBe(text);
  }
});

test('an open set is known values and any string, and nothing else', () => {
  expect(openSetValues({ anyOf: [{ type: 'string', enum: ['rare'] }, { type: 'string' }] })).toEqual(['rare']);
  expect(openSetValues({ anyOf: [{ type: 'string', enum: ['rare'] }] })).toBeUndefined();
  expect(openSetValues({ anyOf: [{ type: 'string', enum: ['rare'] }, { type: 'null' }] })).toBeUndefined();
  expect(openSetValues({ type: 'string', enum: ['rare'] })).toBeUndefined();
});

test('the package exports these names and values', () => {
  expect(types).toMatchInlineSnapshot(`
    {
      "apiKeyHeaders": [
        "x-gft_api_key",
        "x-gft-api-key",
        "gft-api-key",
      ],
      "cardRarityValues": [
        "rare",
      ],
      "endpoints": {
        "getCollectionChallengeProgress": {
          "method": "GET",
          "parameters": {
            "platform": "path",
            "platformUserId": "path",
            "programId": "path",
          },
          "path": "/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges/{programId}",
        },
        "listCollectionChallengeProgress": {
          "method": "GET",
          "parameters": {
            "platform": "path",
            "platformUserId": "path",
          },
          "path": "/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges",
        },
      },
      "environmentValues": [
        "production",
      ],
      "productionOrigin": "https://api.giftoin.org",
      "progressStatusValues": [
        "in_progress",
        "upcoming",
        "completed",
        "ended",
      ],
      "rewardViewTypeValues": [
        "QR",
      ],
    }
  `);
});
