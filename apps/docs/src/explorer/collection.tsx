import { type CollectionChallengeProgress, isKnownProgressStatus } from '@giftoin/types';
import { CardTile } from './card-tile.tsx';
import type { ExplorerProps } from './explorer-props.ts';
import { formatDuration, formatTime } from './format-time.ts';
import { RewardTicket } from './reward-ticket.tsx';
import { toUser } from './settings.ts';

export interface CollectionProps extends ExplorerProps {
  readonly program: CollectionChallengeProgress;
  /** Whether the cards are visible unless the user decides. Those of hundreds of collections would be slow. */
  readonly isInitiallyOpen: boolean;
}

/** A collection: its progress, its cards and its reward. */
export function Collection({ program, isInitiallyOpen, explorer }: CollectionProps) {
  const { id, name, status, size, collectedCount, progressInPercentage } = program;
  const { open } = explorer.state.view;
  const isOpen = open[id] ?? isInitiallyOpen;
  const toggle = (isNowOpen: boolean) => {
    if (isNowOpen !== isOpen) explorer.controller.changeView({ open: { ...open, [id]: isNowOpen } });
  };
  return (
    <details class="collection" open={isOpen} onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
      <summary>
        <h3>{name}</h3>
        <span class="status" data-status={isKnownProgressStatus(status) ? status : 'other'}>
          {status.replaceAll('_', ' ')}
        </span>
        <span class="count">
          <strong>{collectedCount}</strong> of {size} cards, {progressInPercentage} %
        </span>
        <progress max={100} value={progressInPercentage} aria-label={`Progress of ${name}`} />
      </summary>
      {isOpen && <Cards program={program} explorer={explorer} />}
    </details>
  );
}

function Cards({ program, explorer }: Omit<CollectionProps, 'isInitiallyOpen'>) {
  const { id, name, description, cards, reward } = program;
  const { state, controller } = explorer;
  const complete = (missing: number) =>
    controller.change({ kind: 'complete', programId: id, missing, ...toUser(state.settings) });
  return (
    <div class="collection-body">
      <p class="collection-facts">
        {description}
        <span>{formatTimeLeft(program)}</span>
        <code>{id}</code>
      </p>
      <ul class="cards" aria-label={`Cards of ${name}`}>
        {cards.map((card) => (
          <CardTile key={card.id} card={card} programId={id} explorer={explorer} />
        ))}
      </ul>
      {reward ? (
        <RewardTicket reward={reward} programId={id} explorer={explorer} />
      ) : (
        <p class="no-reward">This collection has no reward.</p>
      )}
      <fieldset class="buttons">
        <legend class="sr-only">Change {name}</legend>
        <button type="button" onClick={() => complete(0)}>
          Complete
        </button>
        <button type="button" onClick={() => complete(1)}>
          All but one card
        </button>
      </fieldset>
    </div>
  );
}

function formatTimeLeft({ timeLeft, duration: { start, end } }: CollectionChallengeProgress): string {
  if (end === null || timeLeft == null) {
    return start ? `Since ${formatTime(start.date)}, without an end` : 'Without an end';
  }
  return timeLeft > 0
    ? `${formatDuration(timeLeft)} left, until ${formatTime(end.date)}`
    : `Ended on ${formatTime(end.date)}`;
}
