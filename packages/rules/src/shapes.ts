import type { CollectionChallengeProgress, ErrorBody } from '@giftoin/types';
import { isObject, type JsonObject } from './json.ts';

/** The named properties of an object, or of every object of an array: compared where true, set aside where false. */
export interface Shape {
  readonly [name: string]: Shape | boolean;
}

/** Names every property of a type, so that a property new in the document is missed here by the compiler. */
type ShapeOf<Type> = Type extends readonly (infer Item)[]
  ? ShapeOf<Item>
  : Type extends object
    ? { readonly [Name in keyof Type]-?: ShapeOf<NonNullable<Type[Name]>> }
    : boolean;

export const progressShape = {
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
} as const satisfies ShapeOf<CollectionChallengeProgress>;

const errorShape = {
  status: { timestamp: false, errorCode: true, errorMessage: true },
} as const satisfies ShapeOf<ErrorBody>;

/** The shape that an object is known by, wherever it stands in an answer; undefined where these rules do not know it. */
export function shapeOf(value: JsonObject): Shape | undefined {
  if ('cards' in value && 'progressInPercentage' in value) return progressShape;
  if (isObject(value.status) && 'errorCode' in value.status) return errorShape;
  return undefined;
}
