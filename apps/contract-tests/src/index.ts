/**
 * Checks a server against the contract of the Giftoin collection-challenges API from outside, with GET requests, one key and
 * one user.
 *
 * @module
 */
export { checkContract } from './engine/check-contract.ts';
export { type ContractOptions, CouldNotRunError, type Progress } from './model/contract-options.ts';
export type { CheckResult, ContractReport, Finding } from './model/contract-report.ts';
export { type RequirementId, requirements } from './model/requirements.ts';
export { type SuiteCodeInfo, suiteCodes } from './model/suite-codes.ts';
export type { FormatMessage } from './model/suite-violation.ts';
