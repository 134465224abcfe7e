/**
 * Machine-written from openapi.yaml. Do not edit: change the document and run `pnpm generate`.
 */

import type { components } from './schema.ts';

/** The name of a platform, in lowercase. */
export type Platform = components['schemas']['Platform'];
/** The ID of a user on a platform. Always a string. */
export type PlatformUserId = components['schemas']['PlatformUserId'];
/** The ID of a program (a collection). */
export type ProgramId = components['schemas']['ProgramId'];
/** An absolute URI with the `https` scheme. */
export type HttpsUri = components['schemas']['HttpsUri'];
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Timestamp = components['schemas']['Timestamp'];
/** Programs, with the user's progress in each. Each program occurs only once. */
export type CollectionChallengeProgressList = components['schemas']['CollectionChallengeProgressList'];
/** A program (a collection of cards) and the progress of one user in it. */
export type CollectionChallengeProgress = components['schemas']['CollectionChallengeProgress'];
/** A card of a collection and the quantity that the user owns. */
export type Card = components['schemas']['Card'];
/** What a user receives for a complete collection. Null if there is no reward. */
export type Reward = NonNullable<components['schemas']['Reward']>;
/** When a program starts and ends. */
export type Duration = components['schemas']['Duration'];
/** The start of a program. Null if it has no start. */
export type DurationStart = NonNullable<components['schemas']['DurationStart']>;
/** The end of a program. Null if it has no end. */
export type DurationEnd = NonNullable<components['schemas']['DurationEnd']>;
/** The state of a user's progress in a program. An open set. Known value from the provider:
 * `in_progress`. Known values that the authors of this document have added: `upcoming` before the
 * start, `completed` if the user owns every card, and `ended` after the end. */
export type ProgressStatus = components['schemas']['ProgressStatus'];
/** The rarity of a card. An open set. Known value: `rare`. */
export type CardRarity = components['schemas']['CardRarity'];
/** How to display the value of a reward. An open set. Known value: `QR`, a QR code. */
export type RewardViewType = components['schemas']['RewardViewType'];
/** The environment in which a program runs. An open set. Known value: `production`. */
export type Environment = components['schemas']['Environment'];
/** The body of every error. */
export type ErrorBody = components['schemas']['ErrorBody'];
/** The time, the code and the message of an error. */
export type ErrorStatus = components['schemas']['ErrorStatus'];

/** The known values of the open set {@link ProgressStatus}. */
export const progressStatusValues = [
  "in_progress",
  "upcoming",
  "completed",
  "ended"
] as const;
/** Whether a value is one of {@link progressStatusValues}: an open set may have others, now or later. */
export function isKnownProgressStatus(value: unknown): value is (typeof progressStatusValues)[number] {
  return (progressStatusValues as readonly unknown[]).includes(value);
}
/** The known values of the open set {@link CardRarity}. */
export const cardRarityValues = [
  "rare"
] as const;
/** Whether a value is one of {@link cardRarityValues}: an open set may have others, now or later. */
export function isKnownCardRarity(value: unknown): value is (typeof cardRarityValues)[number] {
  return (cardRarityValues as readonly unknown[]).includes(value);
}
/** The known values of the open set {@link RewardViewType}. */
export const rewardViewTypeValues = [
  "QR"
] as const;
/** Whether a value is one of {@link rewardViewTypeValues}: an open set may have others, now or later. */
export function isKnownRewardViewType(value: unknown): value is (typeof rewardViewTypeValues)[number] {
  return (rewardViewTypeValues as readonly unknown[]).includes(value);
}
/** The known values of the open set {@link Environment}. */
export const environmentValues = [
  "production"
] as const;
/** Whether a value is one of {@link environmentValues}: an open set may have others, now or later. */
export function isKnownEnvironment(value: unknown): value is (typeof environmentValues)[number] {
  return (environmentValues as readonly unknown[]).includes(value);
}

/** The origin of the production API. */
export const productionOrigin = "https://api.giftoin.org" as const;
/** The headers that may carry the API key, in the order in which they count. */
export const apiKeyHeaders = [
  "x-gft_api_key",
  "x-gft-api-key",
  "gft-api-key"
] as const;
/** The method, the path and the places of the parameters of every operation, by its operationId. */
export const endpoints = {
  "listCollectionChallengeProgress": {
    "method": "GET",
    "path": "/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges",
    "parameters": {
      "platform": "path",
      "platformUserId": "path"
    }
  },
  "getCollectionChallengeProgress": {
    "method": "GET",
    "path": "/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges/{programId}",
    "parameters": {
      "platform": "path",
      "platformUserId": "path",
      "programId": "path"
    }
  }
} as const;
/** What the value of each path parameter matches whole, as the source of a regular expression. */
export const parameterPatterns = {
  "platform": "^[a-z0-9_-]{1,32}$",
  "platformUserId": "^(?!(?:\\.|\\.\\.)$)[A-Za-z0-9_.:@-]{1,128}$",
  "programId": "^[A-Za-z0-9_-]{1,128}$"
} as const;
