import type { RuleCodeInfo } from '../rule-code-info.ts';

/** The codes of differences between two responses. */
export const comparisonCodes = {
  'listed-but-not-found': {
    requirement: '7-list-and-one',
    meaning: 'The list has a program whose own URL does not return 200.',
    values: ['programId'],
  },
  'found-but-not-listed': {
    requirement: '7-list-and-one',
    meaning: 'The URL of a program returns 200, but the list does not have the program.',
    values: ['programId'],
  },
  'list-item-differs': {
    requirement: '7-list-and-one',
    meaning: 'The list and the URL of a program return different values for the program.',
    values: ['alone', 'inList'],
  },
  'status-differs': {
    requirement: '8-equal-headers',
    meaning: 'Two responses that must be equal have different status codes.',
    values: ['first', 'second'],
  },
  'body-differs': {
    requirement: '8-equal-headers',
    meaning: 'Two responses that must be equal have different values in their bodies.',
    values: ['first', 'second'],
  },
} as const satisfies Readonly<Record<string, RuleCodeInfo>>;
