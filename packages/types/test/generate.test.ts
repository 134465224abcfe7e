import { readFile } from 'node:fs/promises';
import { documentFile, sandboxControlFile } from '@giftoin/openapi';
import * as types from '@giftoin/types';
import { expect, test } from 'vitest';
import { generateFiles } from '../scripts/generate-files.ts';
import { findOpenSetValues } from '../scripts/open-set.ts';

test.each([
  [
    '',
    documentFile,
    ['schema.ts', 'paths.ts', 'names.ts', 'operations.ts', 'response-schemas.ts', 'examples.ts'] as const,
  ],
  ['sandbox-control/', sandboxControlFile, ['schema.ts', 'names.ts'] as const],
])('the committed files in generated/%s are up to date', async (folder, document, names) => {
  const generated = await generateFiles(document);
  for (const name of names) {
    expect(await readFile(new URL(`../src/generated/${folder}${name}`, import.meta.url), 'utf8')).toBe(generated[name]);
  }
});

test('finds the known values of open sets, and of no other schema', () => {
  expect(findOpenSetValues({ anyOf: [{ type: 'string', enum: ['rare'] }, { type: 'string' }] })).toEqual(['rare']);
  expect(findOpenSetValues({ anyOf: [{ type: 'string', enum: ['rare'] }] })).toBeUndefined();
  expect(findOpenSetValues({ anyOf: [{ type: 'string', enum: ['rare'] }, { type: 'null' }] })).toBeUndefined();
  expect(findOpenSetValues({ type: 'string', enum: ['rare'] })).toBeUndefined();
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
      "isKnownCardRarity": [Function],
      "isKnownEnvironment": [Function],
      "isKnownProgressStatus": [Function],
      "isKnownRewardViewType": [Function],
      "parameterPatterns": {
        "platform": "^[a-z0-9_-]{1,32}$",
        "platformUserId": "^(?!(?:\\.|\\.\\.)$)[A-Za-z0-9_.:@-]{1,128}$",
        "programId": "^[A-Za-z0-9_-]{1,128}$",
      },
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
