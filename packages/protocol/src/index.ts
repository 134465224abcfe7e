/**
 * The wire protocol of the Giftoin collection-challenges API: what a client, a server and a contract check have to do in
 * the same way. Pure functions without imports of a runtime.
 *
 * @module
 */
export { recommendApiKeyHeader, resolveApiKey, type SentApiKey } from './api-key.ts';
export { createErrorBody } from './error-body.ts';
export { fillPath, toPathPattern } from './path-template.ts';
export {
  containsSecret,
  createRedactor,
  type Redact,
  type RedactorOptions,
  redactedApiKey,
  type Secret,
} from './redact.ts';
export { formatRetryAfter, parseRetryAfter } from './retry-after.ts';
export type { Violation } from './violation.ts';
