/**
 * Machine-written from openapi.yaml. Do not edit: change the document and run `pnpm generate`.
 */

import type { SchemaOrName, CompactSchema } from '../compact-schema.ts';

export type { SchemaOrName, CompactSchema };

/** The schemas that answers are made of, by name. */
export const schemas: Readonly<Record<string, CompactSchema>> = {
  "CollectionChallengeProgress": {
    "type": "object",
    "properties": {
      "id": "string",
      "name": "string",
      "image": "string",
      "description": "string",
      "size": {
        "type": "integer",
        "minimum": 0
      },
      "cards": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "name": "string",
            "id": "string",
            "image": "string",
            "ownedQuantity": {
              "type": "integer",
              "minimum": 0
            },
            "isOwned": "boolean",
            "rarity": "string"
          }
        }
      },
      "progressInPercentage": {
        "type": "integer",
        "minimum": 0,
        "maximum": 100
      },
      "environment": "string",
      "createdTimestamp": "integer",
      "timeLeft": {
        "type": "integer|null",
        "minimum": 0
      },
      "reward": {
        "type": "object|null",
        "properties": {
          "id": "string",
          "name": "string",
          "image": "string",
          "description": "string",
          "isClaimed": "boolean",
          "canClaim": "boolean",
          "value": "string|null",
          "claimedTimestamp": "integer|null",
          "viewType": "string"
        },
        "optional": [
          "value",
          "claimedTimestamp"
        ]
      },
      "status": "string",
      "collectedCount": {
        "type": "integer",
        "minimum": 0
      },
      "duration": {
        "type": "object",
        "properties": {
          "start": {
            "type": "object|null",
            "properties": {
              "date": "integer",
              "showBefore": "boolean"
            }
          },
          "end": {
            "type": "object|null",
            "properties": {
              "date": "integer",
              "showAfter": "boolean"
            }
          }
        }
      }
    },
    "optional": [
      "timeLeft",
      "reward"
    ]
  }
};
/** The shape of what an operation answers with 200, by its operationId. */
export const responseSchemas: Readonly<Record<string, SchemaOrName>> = {
  "listCollectionChallengeProgress": {
    "type": "array",
    "items": "CollectionChallengeProgress"
  },
  "getCollectionChallengeProgress": "CollectionChallengeProgress"
};
