// Checked by `tsc`: an @ts-expect-error fails if the line below it compiles.
import { type CollectionChallengeProgress, createGiftoinClient, type GiftoinClient } from '@giftoin/client';

declare const giftoin: GiftoinClient;
const user = { platform: 'discord', platformUserId: '42' };

export const list: Promise<readonly CollectionChallengeProgress[]> = giftoin.listCollectionChallengeProgress(user);
export const one: Promise<CollectionChallengeProgress> = giftoin.getCollectionChallengeProgress({
  ...user,
  programId: 'program_123',
});

// @ts-expect-error programId is missing
giftoin.getCollectionChallengeProgress(user);
// @ts-expect-error IDs are strings, because large numbers lose digits in JavaScript
giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: 42 });
// @ts-expect-error this operation has no programId
giftoin.listCollectionChallengeProgress({ ...user, programId: 'program_123', more: 1 });
// @ts-expect-error the operation does not exist
giftoin.claimReward(user);
// @ts-expect-error not one of the three headers
createGiftoinClient({ apiKey: 'a', apiKeyHeader: 'authorization' });
// Headers in every form that fetch accepts.
giftoin.listCollectionChallengeProgress(user, { headers: { a: 'b' } });
giftoin.listCollectionChallengeProgress(user, { headers: new Headers({ a: 'b' }) });
giftoin.listCollectionChallengeProgress(user, { headers: new Map([['a', 'b']]) });
giftoin.listCollectionChallengeProgress(user, { headers: [['a', 'b']] });
// @ts-expect-error not headers
giftoin.listCollectionChallengeProgress(user, { headers: [['a']] });

// Array.isArray narrows a response that is a list or one item.
export async function countPrograms(programId?: string): Promise<[number, string]> {
  const response = programId
    ? await giftoin.getCollectionChallengeProgress({ ...user, programId })
    : await giftoin.listCollectionChallengeProgress(user);
  if (!Array.isArray(response)) return [1, response.id];
  // @ts-expect-error the items keep their type
  response[0]?.unknown;
  return [response.length, response.map(({ id }) => id).join()];
}
const safe = await giftoin.safe.listCollectionChallengeProgress(user);
if (safe.ok && Array.isArray(safe.value)) safe.value[0]?.id satisfies string | undefined;
const raw = await giftoin.raw.listCollectionChallengeProgress(user);
// @ts-expect-error the items keep their type
if (Array.isArray(raw.value)) raw.value[0]?.unknown;

// @ts-expect-error response bodies are read-only
(await list).push(await one);
// @ts-expect-error the items of a response are read-only
(await giftoin.listCollectionChallengeProgress(user)).map((program) => program.cards.push());

// @ts-expect-error the operation has no pages
giftoin.paginate.listCollectionChallengeProgress(user);
// @ts-expect-error the operation has no request body
giftoin.listCollectionChallengeProgress({ ...user, body: {} });
