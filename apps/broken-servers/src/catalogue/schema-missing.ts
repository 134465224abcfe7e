import { atPath, changeProgramsIf, changeProperty, hasId, removeProperty, setProperty } from '../changes/bodies.ts';
import { createDefects, type Row } from '../entry.ts';
import { textProperties } from '../server/text-properties.ts';
import { programIds } from '../server/worlds.ts';

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
].map((path) => [`no-${path}`, `returns programs without ${path}`, removeProperty(path)]);

const nulls: readonly Row[] = [
  ['null-name', 'returns null as the name of a program', setProperty('name', null)],
  ['null-text', 'returns null as a text of a program', setProperty(textProperties.at(-1) ?? '', null)],
  ['null-status', 'returns null as the status of a program', setProperty('status', null)],
  ['null-environment', 'returns null as the environment of a program', setProperty('environment', null)],
  ['null-rarity', 'returns null as the rarity of a card', setProperty('cards.rarity', null)],
  [
    'null-quantity',
    'returns null as the quantity of a card that is not owned',
    changeProperty('cards.ownedQuantity', (count) => count || null),
  ],
  [
    'null-owned',
    'returns null as isOwned of a card that is not owned',
    changeProperty('cards.isOwned', (isOwned) => isOwned || null),
  ],
  [
    'null-claimed',
    'returns null as isClaimed of a reward that is not claimed',
    changeProperty('reward.isClaimed', (isClaimed) => isClaimed || null),
  ],
  [
    'null-cards',
    'returns null as the cards of a program without cards',
    changeProperty('cards', (cards) => ((cards as []).length ? cards : null)),
  ],
  [
    'null-duration',
    'returns null as the duration of a program without start and end',
    changeProgramsIf(
      hasId(programIds.endless),
      atPath('duration', () => null),
    ),
  ],
  ['null-image', 'returns null as the image of a card', setProperty('cards.image', null)],
];

export const missingPropertyDefects = createDefects('schemas', [
  ...missing,
  [
    'no-environment',
    'returns programs without environment',
    removeProperty('environment'),
    { check: 'responses/schema' },
  ],
  ...nulls,
]);
