import type { CollectionChallengeProgress } from '@giftoin/types';
import type { Finding } from './finding.ts';

const rule = '6-duration';

/**
 * Statement 6: `duration.start.date` is at most `duration.end.date` where both stand (milliseconds), and `timeLeft` is a
 * number exactly where `duration.end` is not null.
 */
export function checkDuration(progress: CollectionChallengeProgress): Finding[] {
  const { timeLeft, duration } = progress;
  if (!duration) return [];
  const { start, end } = duration;

  const findings: Finding[] = [];
  if (start && end && start.date > end.date) {
    const sentence = `duration.start.date is ${start.date}, expected at most ${end.date}, the duration.end.date.`;
    findings.push({ rule, path: 'duration.start.date', sentence });
  }
  if (end && typeof timeLeft !== 'number') {
    const sentence = 'timeLeft is null or absent where duration.end is not null, expected milliseconds.';
    findings.push({ rule, path: 'timeLeft', sentence });
  }
  if (!end && typeof timeLeft === 'number') {
    const sentence = `timeLeft is ${timeLeft} where duration.end is null, expected null or absent.`;
    findings.push({ rule, path: 'timeLeft', sentence });
  }
  return findings;
}
