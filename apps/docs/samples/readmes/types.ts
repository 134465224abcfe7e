import { fixtures } from '@giftoin/client/testing';
// #region known-values
import { type CollectionChallengeProgress, isKnownProgressStatus } from '@giftoin/types';

const hasKnownStatus = (progress: CollectionChallengeProgress) => isKnownProgressStatus(progress.status);
// #endregion
console.log(hasKnownStatus(fixtures.getCollectionChallengeProgress.claimed));
