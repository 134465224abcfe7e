import type { Exchange, Operation } from '@giftoin/http/portable';
import type { RequestLogEntry } from '@giftoin/types/sandbox-control';
import { redactApiKeys } from '../keys/api-key.ts';
import type { Client } from './client.ts';
import { probes } from './probes.ts';

/** A request in the log. It never contains the API key. A property is null if the request failed before it was known. */
export type LogEntry = { readonly [Name in keyof RequestLogEntry]: RequestLogEntry[Name] | null } & {
  /** What went wrong in the sandbox itself. */
  readonly error?: string;
};

/** The longest path in the log, in characters. */
const maxPathLength = 2_000;

/**
 * @param duration how long the response took, in milliseconds
 * @param time Default: now.
 */
export function createLogEntry(
  { path, operation, identity, apiKeyHeader, response, error }: Exchange<Operation, Client | undefined>,
  method: string,
  duration: number,
  time: number = Date.now(),
): LogEntry {
  return {
    time,
    method,
    path: redactApiKeys(path.slice(0, maxPathLength)),
    operationId: operation && !probes.includes(operation) ? (operation.operationId as LogEntry['operationId']) : null,
    keyName: identity?.apiKey.keyName ?? null,
    header: (apiKeyHeader as LogEntry['header'] | undefined) ?? null,
    status: identity?.injectedFault?.cut ? 0 : response.status,
    duration: Math.round(duration * 1_000) / 1_000,
    workspace: identity?.workspace ?? null,
    ...(error && { error: redactApiKeys(error.message) }),
  };
}
