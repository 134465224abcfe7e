import { UsageError } from '@giftoin/command-line';
import { type CoverageRequirement, coverageRequirements } from '../model/coverage-report.ts';

/** The level if the flag has none. */
const usualLevel: CoverageRequirement = 'rules';

/** Adds the usual level to a flag `--require` without one. */
export function withRequirement(args: readonly string[]): string[] {
  return args.map((arg, index) => {
    const next = args[index + 1];
    return arg === '--require' && (next === undefined || next.startsWith('-')) ? `--require=${usualLevel}` : arg;
  });
}

/** Parses the flag `--require`. In CI, a run that has seen no progress at all is no proof. */
export function parseRequirement(flag: string | undefined, { CI = '' }: NodeJS.ProcessEnv): CoverageRequirement {
  if (flag === undefined) return ['', '0', 'false'].includes(CI.toLowerCase()) ? 'nothing' : 'progress';
  const level = coverageRequirements.find((each) => each === flag);
  if (level !== undefined) return level;
  throw new UsageError(`--require is ${JSON.stringify(flag)}. Pass ${coverageRequirements.join(', ')}.`);
}
