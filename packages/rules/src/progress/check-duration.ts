import type { CollectionChallengeProgress } from '@giftoin/types';
import { createViolation, type RuleViolation } from '../rule-violation.ts';

/**
 * Checks requirement 6: `duration.start.date` is at most `duration.end.date` if there are both, and `timeLeft` is a number
 * if, and only if, `duration.end` is not null.
 */
export function checkDuration(progress: CollectionChallengeProgress): RuleViolation[] {
  const { timeLeft, duration } = progress;
  if (!duration) return [];
  const { start, end } = duration;

  const violations: RuleViolation[] = [];
  if (start && end && start.date > end.date) {
    const message = `duration.start.date is ${start.date}. Expected at most ${end.date}, the duration.end.date.`;
    const values = { start: start.date, end: end.date };
    violations.push(createViolation('start-after-end', 'duration.start.date', values, message));
  }
  if (end && typeof timeLeft !== 'number') {
    const message = 'timeLeft is null or absent. Expected milliseconds, because duration.end is not null.';
    violations.push(createViolation('time-left-missing', 'timeLeft', {}, message));
  }
  if (!end && typeof timeLeft === 'number') {
    const message = `timeLeft is ${timeLeft}. Expected null or absent, because duration.end is null.`;
    violations.push(createViolation('time-left-without-end', 'timeLeft', { actual: timeLeft }, message));
  }
  return violations;
}
