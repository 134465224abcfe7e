/**
 * Machine-written from openapi.yaml. Do not edit: change the document and run `pnpm generate`.
 */

import type { components } from './schema.ts';

/** The name of a platform, in lower case. */
export type Platform = components['schemas']['Platform'];
/** A user's identifier on a platform. Always a string. */
export type PlatformUserId = components['schemas']['PlatformUserId'];
/** The identifier of a program, that is, of a collection. */
export type ProgramId = components['schemas']['ProgramId'];
/** An absolute URI with the scheme `https`. */
export type HttpsUri = components['schemas']['HttpsUri'];
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Timestamp = components['schemas']['Timestamp'];
/** Programs with the user's progress in each. No program occurs twice. */
export type CollectionChallengeProgressList = components['schemas']['CollectionChallengeProgressList'];
/** A program, that is, a collection of cards, with one user's progress in it. */
export type CollectionChallengeProgress = components['schemas']['CollectionChallengeProgress'];
/** A card of a collection, with the quantity that the user owns. */
export type Card = components['schemas']['Card'];
/** What a user gets for a complete collection. Null where there is none. */
export type Reward = NonNullable<components['schemas']['Reward']>;
/** When a program runs. */
export type Duration = components['schemas']['Duration'];
/** The start of a program. Null where it has none. */
export type DurationStart = NonNullable<components['schemas']['DurationStart']>;
/** The end of a program. Null where it has none. */
export type DurationEnd = NonNullable<components['schemas']['DurationEnd']>;
/** Where a user stands in a program. An open set; the known values are `in_progress`, and, decided
 * here, `upcoming` before the start, `completed` when every card is owned, and `ended` after the end. */
export type ProgressStatus = components['schemas']['ProgressStatus'];
/** How rare a card is. An open set; the known value is `rare`. */
export type CardRarity = components['schemas']['CardRarity'];
/** How the value of a reward is shown. An open set; the known value is `QR`, a QR code. */
export type RewardViewType = components['schemas']['RewardViewType'];
/** The environment a program runs in. An open set; the known value is `production`. */
export type Environment = components['schemas']['Environment'];
/** The body of every error. */
export type ErrorBody = components['schemas']['ErrorBody'];
/** What went wrong, for programs and for people. */
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
