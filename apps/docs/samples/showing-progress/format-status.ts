import type { CollectionChallengeProgress } from '@giftoin/client';

const texts = new Map([
  ['in_progress', 'In progress'],
  ['upcoming', 'Starts soon'],
  ['completed', 'Complete'],
  ['ended', 'Ended'],
]);

/**
 * The API can add a status at any time. Show something for those that you do not know.
 */
export function formatStatus({ status }: CollectionChallengeProgress): string {
  const text = texts.get(status);
  if (text !== undefined) return text;
  const words = status.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
