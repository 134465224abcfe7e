import { type Exchange, toPrograms } from './exchange.ts';
import { toFailureText } from './failure-text.ts';

/** Summarizes a result in a sentence, for screen readers. */
export function announce({ failure, response, value }: Exchange): string {
  if (failure) {
    const { title, message } = toFailureText(failure, '');
    return `${title}. ${message}`;
  }
  const programs = toPrograms(value) ?? [];
  const progress = programs.slice(0, 3).map(({ name, collectedCount, size, reward }) => {
    const state = reward?.isClaimed ? ', reward claimed' : reward?.canClaim ? ', reward ready to claim' : '';
    return `${name}: ${collectedCount} of ${size} cards${state}.`;
  });
  const more = programs.length > 3 ? [`${programs.length - 3} more collections.`] : [];
  return [`Status ${response?.status}.`, ...progress, ...more].join(' ');
}
