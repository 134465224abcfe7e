/**
 * Machine-written from openapi.yaml. Do not edit: change the document and run `pnpm generate`.
 */

import type { AnyShape, Shape } from '../shape.ts';

export type { AnyShape, Shape };

/** The shapes that answers are made of, by name. */
export const shapes: Readonly<Record<string, AnyShape>> = {
  "CollectionChallengeProgressList": {
    "type": "array",
    "items": "CollectionChallengeProgress"
  },
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
        "items": "Card"
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
      "reward": "Reward",
      "status": "string",
      "collectedCount": {
        "type": "integer",
        "minimum": 0
      },
      "duration": "Duration"
    },
    "optional": [
      "timeLeft",
      "reward"
    ]
  },
  "Card": {
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
  },
  "Reward": {
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
  "Duration": {
    "type": "object",
    "properties": {
      "start": "DurationStart",
      "end": "DurationEnd"
    }
  },
  "DurationStart": {
    "type": "object|null",
    "properties": {
      "date": "integer",
      "showBefore": "boolean"
    }
  },
  "DurationEnd": {
    "type": "object|null",
    "properties": {
      "date": "integer",
      "showAfter": "boolean"
    }
  }
};
/** The shape of what an operation answers with 200, by its operationId. */
export const answerShapes: Readonly<Record<string, AnyShape>> = {
  "listCollectionChallengeProgress": "CollectionChallengeProgressList",
  "getCollectionChallengeProgress": "CollectionChallengeProgress"
};
