import { responseExamples } from '@giftoin/types/examples';
import type { Progress } from '../changes/bodies.ts';

/** The example of the provider's page. The program ended long ago, but timeLeft is a week. */
export const providerExample: Progress = responseExamples.getCollectionChallengeProgress.providerPage;
