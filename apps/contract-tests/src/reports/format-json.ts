import type { ContractReport } from '../model/contract-report.ts';
import type { FailedRun } from '../model/failed-run.ts';

/** Formats the whole report as JSON. */
export function formatJson(report: ContractReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Formats a run without results as JSON: like a report, with `couldNotRun` and nothing else. */
export function formatFailedJson({ url, reason }: FailedRun): string {
  const counts = { requests: 0, checks: [], operations: [], findings: [], passed: 0, failed: 0, skipped: 0 };
  return `${JSON.stringify({ url, couldNotRun: reason, ...counts }, null, 2)}\n`;
}
