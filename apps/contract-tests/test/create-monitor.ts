import type { Finding } from '../src/index.ts';
import { createTrafficMonitor, type TrafficMonitorOptions } from '../src/middleware.ts';

export const origin = 'https://api.example.com';
export const json = { 'content-type': 'application/json' };

/** Creates a monitor that checks every request, and keeps what it reports. */
export function createMonitor(options: TrafficMonitorOptions = {}) {
  const findings: Finding[] = [];
  const errors: unknown[] = [];
  const lines: string[] = [];
  const monitor = createTrafficMonitor({
    sampling: 1,
    origin,
    onFinding: (finding) => findings.push(finding),
    onError: (error) => errors.push(error),
    log: (line) => lines.push(line),
    ...options,
  });
  return { monitor, findings, errors, lines };
}
