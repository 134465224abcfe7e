import type { ContractReport } from '../model/contract-report.ts';
import { formatJunit } from './format-junit.ts';
import { formatMarkdown } from './format-markdown.ts';

/** The formats of report files. */
export const reportFormats = {
  junit: formatJunit,
  json: (report: ContractReport) => `${JSON.stringify(report, null, 2)}\n`,
  markdown: formatMarkdown,
} as const satisfies Readonly<Record<string, (report: ContractReport) => string>>;

export type ReportFormat = keyof typeof reportFormats;
