import { comparisonCodes } from './comparison/comparison-codes.ts';
import { progressCodes } from './progress/progress-codes.ts';
import { responseCodes } from './responses/response-codes.ts';

/** Every code of a violation, with what it means. A code never changes its meaning. */
export const ruleCodes = { ...progressCodes, ...comparisonCodes, ...responseCodes } as const;

/** The code of a violation that this package finds. */
export type RuleCode = keyof typeof ruleCodes;
