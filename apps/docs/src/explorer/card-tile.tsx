import { type Card, isKnownCardRarity } from '@giftoin/types';
import { CardArt } from './card-art.tsx';
import type { ExplorerProps } from './explorer-props.ts';
import { toUser } from './settings.ts';

interface CardProps extends ExplorerProps {
  readonly card: Card;
  readonly programId: string;
}

/** A card of a collection, with the buttons that grant and revoke it. */
export function CardTile({ card, programId, explorer: { state, controller } }: CardProps) {
  const { id, name, isOwned, ownedQuantity, rarity } = card;
  const change = (kind: 'grant' | 'revoke') =>
    controller.change({ kind, programId, cardId: id, quantity: 1, ...toUser(state.settings) });
  return (
    <li class="card" data-owned={isOwned} data-rarity={isKnownCardRarity(rarity) ? rarity : 'other'}>
      <div class="card-face">
        <CardArt id={id} name={name} />
        <span class="card-name">{name}</span>
        <span class="card-rarity">{rarity}</span>
      </div>
      <div class="card-actions">
        {/* Not disabled: the button would lose the focus when the last card is revoked. */}
        <button
          type="button"
          aria-label={`Revoke ${name}`}
          aria-disabled={!isOwned}
          onClick={() => isOwned && change('revoke')}
        >
          −
        </button>
        <span class="card-quantity">
          {isOwned ? (
            <>
              <span class="sr-only">Owned </span>× {ownedQuantity}
            </>
          ) : (
            'Missing'
          )}
        </span>
        <button type="button" aria-label={`Grant ${name}`} onClick={() => change('grant')}>
          +
        </button>
      </div>
    </li>
  );
}
