import type { RuleCodeInfo } from '../rule-code-info.ts';

/** The codes of what can be wrong with one program or a list of programs. */
export const progressCodes = {
  'collected-count-above-size': {
    requirement: '1-counts',
    meaning: 'collectedCount is greater than size.',
    values: ['actual', 'size'],
  },
  'percentage-not-rounded-down': {
    requirement: '1-counts',
    meaning: 'progressInPercentage is not collectedCount / size in percent, rounded down.',
    values: ['actual', 'expected', 'collectedCount', 'size'],
  },
  'duplicate-card-id': {
    requirement: '2-unique-ids',
    meaning: 'A card has the same ID as an earlier card of the program.',
    values: ['id', 'firstPath'],
  },
  'duplicate-program-id': {
    requirement: '2-unique-ids',
    meaning: 'A program has the same ID as an earlier program of the list.',
    values: ['id', 'firstPath'],
  },
  'owned-without-quantity': {
    requirement: '3-ownership',
    meaning: 'isOwned is not false although ownedQuantity is 0.',
    values: ['actual', 'ownedQuantity'],
  },
  'quantity-without-owned': {
    requirement: '3-ownership',
    meaning: 'isOwned is not true although ownedQuantity is above 0.',
    values: ['actual', 'ownedQuantity'],
  },
  'too-many-cards': {
    requirement: '4-listed-cards',
    meaning: 'cards lists more cards than size.',
    values: ['actual', 'size'],
  },
  'too-many-owned-cards': {
    requirement: '4-listed-cards',
    meaning: 'cards lists more owned cards than collectedCount.',
    values: ['actual', 'collectedCount'],
  },
  'too-many-missing-cards': {
    requirement: '4-listed-cards',
    meaning: 'cards lists more cards that are not owned than size − collectedCount.',
    values: ['actual', 'expected', 'size', 'collectedCount'],
  },
  'claimable-while-incomplete': {
    requirement: '5-reward',
    meaning: 'canClaim is true although the collection is not complete, or has no cards.',
    values: ['collectedCount', 'size'],
  },
  'claimable-after-claim': {
    requirement: '5-reward',
    meaning: 'canClaim is true although isClaimed is true.',
    values: [],
  },
  'claimed-without-timestamp': {
    requirement: '5-reward',
    meaning: 'claimedTimestamp is null or absent although isClaimed is true.',
    values: [],
  },
  'start-after-end': {
    requirement: '6-duration',
    meaning: 'duration.start.date is later than duration.end.date.',
    values: ['start', 'end'],
  },
  'time-left-missing': {
    requirement: '6-duration',
    meaning: 'timeLeft is null or absent although the program has an end.',
    values: [],
  },
  'time-left-without-end': {
    requirement: '6-duration',
    meaning: 'timeLeft is a number although the program has no end.',
    values: ['actual'],
  },
} as const satisfies Readonly<Record<string, RuleCodeInfo>>;
