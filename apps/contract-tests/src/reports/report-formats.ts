import type { ContractReport } from '../model/contract-report.ts';
import type { FailedRun } from '../model/failed-run.ts';
import { formatFailedJson, formatJson } from './format-json.ts';
import { formatFailedJunit, formatJunit } from './format-junit.ts';
import { formatFailedMarkdown, formatMarkdown } from './format-markdown.ts';
import { formatFailedSarif, formatSarif } from './format-sarif.ts';

/** How a format writes the report of a run. */
interface Format {
  readonly format: (report: ContractReport) => string;
  /** Formats a run without results. */
  readonly formatFailed: (run: FailedRun) => string;
}

/** The formats of report files. */
export const reportFormats = {
  junit: { format: formatJunit, formatFailed: formatFailedJunit },
  json: { format: formatJson, formatFailed: formatFailedJson },
  markdown: { format: formatMarkdown, formatFailed: formatFailedMarkdown },
  sarif: { format: formatSarif, formatFailed: formatFailedSarif },
} as const satisfies Readonly<Record<string, Format>>;

export type ReportFormat = keyof typeof reportFormats;
