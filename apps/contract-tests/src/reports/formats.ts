import type { ContractReport } from '../report.ts';
import { junitOf } from './junit.ts';
import { markdownOf } from './markdown.ts';

/** How a report is written to a file. */
export const formats = {
  junit: junitOf,
  json: (report: ContractReport) => `${JSON.stringify(report, null, 2)}\n`,
  markdown: markdownOf,
} as const satisfies Readonly<Record<string, (report: ContractReport) => string>>;

export type Format = keyof typeof formats;
