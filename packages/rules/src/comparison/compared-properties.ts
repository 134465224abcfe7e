import type { CollectionChallengeProgress, ErrorBody } from '@giftoin/types';
import { isObject, type JsonObject } from '../json.ts';

/** The named properties of an object, or of every object of an array: true to compare a property, false to ignore it. */
export interface ComparedProperties {
  readonly [name: string]: ComparedProperties | boolean;
}

/** Requires every property of a type, so that the compiler reports a property that is new in the document. */
type EveryProperty<Type> = Type extends readonly (infer Item)[]
  ? EveryProperty<Item>
  : Type extends object
    ? { readonly [Name in keyof Type]-?: EveryProperty<NonNullable<Type[Name]>> }
    : boolean;

const progressProperties = {
  id: true,
  name: true,
  image: true,
  description: true,
  size: true,
  cards: { name: true, id: true, image: true, ownedQuantity: true, isOwned: true, rarity: true },
  progressInPercentage: true,
  environment: true,
  createdTimestamp: true,
  timeLeft: false,
  reward: {
    id: true,
    name: true,
    image: true,
    description: true,
    isClaimed: true,
    canClaim: true,
    value: true,
    claimedTimestamp: true,
    viewType: true,
  },
  status: true,
  collectedCount: true,
  duration: { start: { date: true, showBefore: true }, end: { date: true, showAfter: true } },
} as const satisfies EveryProperty<CollectionChallengeProgress>;

const errorProperties = {
  status: { timestamp: false, errorCode: true, errorMessage: true },
} as const satisfies EveryProperty<ErrorBody>;

/** The properties by which an object is compared; undefined unless it is a program or an error. */
export function findComparedProperties(value: JsonObject): ComparedProperties | undefined {
  if ('cards' in value && 'progressInPercentage' in value) return progressProperties;
  if (isObject(value.status) && 'errorCode' in value.status) return errorProperties;
  return undefined;
}
