import { at, leavesOut, programsThat, puts } from '../changes/bodies.ts';
import { defects, type Row } from '../mutant.ts';
import { ids } from '../server/worlds.ts';

const to = (value: unknown) => () => value;
const where = (id: string) => (program: { readonly id: string }) => program.id === id;

const missing: readonly Row[] = [
  'id',
  'name',
  'image',
  'size',
  'cards',
  'progressInPercentage',
  'createdTimestamp',
  'collectedCount',
  'duration',
  'duration.start',
  'duration.end',
  'duration.start.showBefore',
  'duration.end.showAfter',
  'cards.image',
  'cards.ownedQuantity',
  'cards.isOwned',
  'cards.rarity',
  'reward.id',
  'reward.image',
  'reward.isClaimed',
  'reward.canClaim',
  'reward.viewType',
].map((path) => [`no-${path}`, `${path} is missing`, leavesOut(path)]);

const nulls: readonly Row[] = [
  ['null-name', 'the name of a program is null', puts('name', to(null))],
  ['null-description', 'the description of a program is null', puts('description', to(null))],
  ['null-status', 'the status of a program is null', puts('status', to(null))],
  ['null-environment', 'the environment of a program is null', puts('environment', to(null))],
  ['null-rarity', 'the rarity of a card is null', puts('cards.rarity', to(null))],
  [
    'null-quantity',
    'the quantity of a card that is not owned is null',
    puts('cards.ownedQuantity', (count) => count || null),
  ],
  ['null-owned', 'isOwned of a card that is not owned is null', puts('cards.isOwned', (owned) => owned || null)],
  [
    'null-claimed',
    'isClaimed of a reward that is not claimed is null',
    puts('reward.isClaimed', (claimed) => claimed || null),
  ],
  [
    'null-cards',
    'the cards of a program without cards are null',
    puts('cards', (cards) => ((cards as []).length ? cards : null)),
  ],
  [
    'null-duration',
    'the duration of an endless program is null',
    programsThat(where(ids.endless), at('duration', to(null))),
  ],
  ['null-image', 'the image of a card is null', puts('cards.image', to(null))],
];

export const missingShapeDefects = defects('shapes', [...missing, ...nulls]);
