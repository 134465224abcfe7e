// Checked by `tsc`: each misuse stands under an @ts-expect-error, which fails where the misuse compiles.
import type {
  Card,
  CardRarity,
  CollectionChallengeProgress,
  OperationId,
  OperationParameters,
  OperationResponse,
  ProgressStatus,
  Reward,
} from '@giftoin/types';

declare const progress: CollectionChallengeProgress;
declare const card: Card;
declare const reward: Reward;

type Equal<Left, Right> =
  (<Type>() => Type extends Left ? 1 : 2) extends <Type>() => Type extends Right ? 1 : 2 ? true : false;
const holds = <Condition extends true>(): Condition | undefined => undefined;

// Open sets: known values complete, and any other string is welcome.
const known: ProgressStatus = 'in_progress';
const unknown: ProgressStatus = 'paused';
const rarity: CardRarity = 'mythic';
// @ts-expect-error a status is a string
const number: ProgressStatus = 1;
if (progress.status === 'completed' || progress.status === 'paused') void known;
holds<Equal<Equal<ProgressStatus, string>, false>>();

// What may be null or absent must be looked at first.
// @ts-expect-error the reward may be absent
progress.reward.id;
progress.reward?.id.length;
// @ts-expect-error the end may be null
progress.duration.end.date;
// @ts-expect-error the time left may be null
progress.timeLeft.toFixed();
// @ts-expect-error the value may be null
reward.value.length;

// A named schema is never null, even where the document admits null in its place.
holds<Equal<null extends Reward ? 'null' : 'never null', 'never null'>>();

// Data is read-only, at every depth.
// @ts-expect-error read-only property
progress.name = 'x';
// @ts-expect-error read-only array
progress.cards.push(card);
// @ts-expect-error read-only item
card.isOwned = true;

// Identifiers are strings: the numbers of platforms do not fit a JavaScript number.
// @ts-expect-error an id is a string
const id: CollectionChallengeProgress['id'] = 123456789012345678n;

// Operations by name.
holds<Equal<OperationId, 'listCollectionChallengeProgress' | 'getCollectionChallengeProgress'>>();
holds<Equal<OperationResponse<'getCollectionChallengeProgress'>, CollectionChallengeProgress>>();
holds<Equal<OperationResponse<'listCollectionChallengeProgress'>, readonly CollectionChallengeProgress[]>>();
const one: OperationParameters<'getCollectionChallengeProgress'> = {
  platform: 'discord',
  platformUserId: '123456789012345678',
  programId: 'program_123',
};
// @ts-expect-error programId is missing
const short: OperationParameters<'getCollectionChallengeProgress'> = { platform: 'discord', platformUserId: '1' };
// @ts-expect-error the list takes no programId
const long: OperationParameters<'listCollectionChallengeProgress'> = { ...one, programId: 'program_123', other: 1 };

export const used = [unknown, rarity, number, id, short, long];
