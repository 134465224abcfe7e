// #region check
import { checkList } from '@giftoin/rules';

// #endregion
const { fixtures } = await import('@giftoin/client/testing');
const programs = fixtures.listCollectionChallengeProgress.noReward;
const response = Response.json(programs.map((program) => ({ ...program, progressInPercentage: 34 })));
// #region check
const violations = checkList(await response.json());
for (const { code, path, message } of violations) console.log(code, path, message);
// percentage-not-rounded-down [0].progressInPercentage progressInPercentage is 34. Expected 33: collectedCount 1 of size 3, rounded down.
// #endregion
