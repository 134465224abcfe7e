/**
 * Holds a server against the contract of the Giftoin collection-challenges API, from outside: GET alone, one key, one user.
 *
 * @module
 */
export { checkContract } from './check-contract.ts';
export { type ContractOptions, CouldNotRunError, type Progress } from './options.ts';
export type { CheckResult, ContractReport, Finding } from './report.ts';
export { type StatementId, statements } from './statements.ts';
