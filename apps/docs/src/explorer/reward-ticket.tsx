import { isKnownRewardViewType, type Reward } from '@giftoin/types';
import type { ExplorerProps } from './explorer-props.ts';
import { formatTime } from './format-time.ts';
import { toUser } from './settings.ts';

interface RewardProps extends ExplorerProps {
  readonly reward: Reward;
  readonly programId: string;
}

/** The reward of a collection, with the button that claims it. */
export function RewardTicket({ reward, programId, explorer: { state, controller } }: RewardProps) {
  const { name, description, isClaimed, canClaim } = reward;
  const kind = isClaimed ? 'unclaim' : 'claim';
  const change = () => controller.change({ kind, programId, ...toUser(state.settings) });
  return (
    <div class="reward" data-state={isClaimed ? 'claimed' : canClaim ? 'claimable' : 'locked'}>
      <div class="reward-text">
        <p class="reward-name">
          <span class="label">Reward</span> {name}
        </p>
        <p class="reward-description">{description}</p>
        <p class="reward-state">{formatState(reward)}</p>
        {isClaimed && reward.value != null && <RewardValue reward={reward} />}
      </div>
      {/* One button with two labels keeps the focus. */}
      <button type="button" class={canClaim ? 'primary' : ''} onClick={change}>
        {isClaimed ? 'Undo the claim' : 'Claim'}
      </button>
    </div>
  );
}

function formatState({ isClaimed, canClaim, claimedTimestamp }: Reward): string {
  if (isClaimed) return claimedTimestamp == null ? 'Claimed' : `Claimed on ${formatTime(claimedTimestamp)}`;
  return canClaim ? 'Ready to claim' : 'Cannot be claimed yet';
}

function RewardValue({ reward: { value, viewType } }: { readonly reward: Reward }) {
  return (
    <p class="reward-value">
      <code>{value}</code> <span class="label">{isKnownRewardViewType(viewType) ? `${viewType} code` : viewType}</span>
    </p>
  );
}
