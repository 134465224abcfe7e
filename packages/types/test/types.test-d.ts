// `tsc` checks this file. It fails if a line below an @ts-expect-error compiles.
import type {
  Card,
  CardRarity,
  CollectionChallengeProgress,
  OperationId,
  OperationParameters,
  OperationResponse,
  Platform,
  ProgressStatus,
  Reward,
} from '@giftoin/types';

declare const progress: CollectionChallengeProgress;
declare const card: Card;
declare const reward: Reward;

type Equal<Left, Right> =
  (<Type>() => Type extends Left ? 1 : 2) extends <Type>() => Type extends Right ? 1 : 2 ? true : false;
const assertType = <Condition extends true>(): Condition | undefined => undefined;

// An open set accepts the known values and any other string.
const known: ProgressStatus = 'in_progress';
const unknown: ProgressStatus = 'paused';
const rarity: CardRarity = 'mythic';
// @ts-expect-error a status is a string
const number: ProgressStatus = 1;
if (progress.status === 'completed' || progress.status === 'paused') void known;
assertType<Equal<Equal<ProgressStatus, string>, false>>();

// So does a platform, whose examples editors complete.
const platforms: Platform[] = ['discord', 'roblox', 'telegram'];
assertType<Equal<Equal<Platform, string>, false>>();

// Values that can be null or absent require a check.
// @ts-expect-error the reward can be absent
progress.reward.id;
progress.reward?.id.length;
// @ts-expect-error the end can be null
progress.duration.end.date;
// @ts-expect-error the time left can be null
progress.timeLeft.toFixed();
// @ts-expect-error the value can be null
reward.value.length;

// The type of a named schema does not include null, even if the schema is nullable.
assertType<Equal<null extends Reward ? 'null' : 'never null', 'never null'>>();

// Data is read-only at every level.
// @ts-expect-error read-only property
progress.name = 'x';
// @ts-expect-error read-only array
progress.cards.push(card);
// @ts-expect-error read-only item
card.isOwned = true;

// IDs are strings, because the IDs of some platforms are too large for a JavaScript number.
// @ts-expect-error an id is a string
const id: CollectionChallengeProgress['id'] = 123456789012345678n;

// Operations by name.
const operations: OperationId[] = ['listCollectionChallengeProgress', 'getCollectionChallengeProgress'];
// @ts-expect-error the document has no such operation
operations.push('noSuchOperation');
assertType<Equal<OperationResponse<'getCollectionChallengeProgress'>, CollectionChallengeProgress>>();
assertType<Equal<OperationResponse<'listCollectionChallengeProgress'>, readonly CollectionChallengeProgress[]>>();
const one: OperationParameters<'getCollectionChallengeProgress'> = {
  platform: 'discord',
  platformUserId: '123456789012345678',
  programId: 'program_123',
};
// @ts-expect-error programId is missing
const short: OperationParameters<'getCollectionChallengeProgress'> = { platform: 'discord', platformUserId: '1' };
// @ts-expect-error the list has no parameter programId
const long: OperationParameters<'listCollectionChallengeProgress'> = { ...one, programId: 'program_123', other: 1 };

export const used = [platforms, unknown, rarity, number, id, short, long];
