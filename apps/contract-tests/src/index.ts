/**
 * Checks a server against the contract of the Giftoin collection-challenges API from outside, with one key and one
 * user. Sends only GET requests unless the options say otherwise. Checks recorded requests and responses too.
 *
 * @module
 */

export { readBaseline } from './baseline/read-baseline.ts';
export { checkContract } from './engine/check-contract.ts';
export type { AcceptedDeviation, AcceptedFinding, BaselineResult } from './model/baseline.ts';
export { type ContractOptions, CouldNotRunError, type Progress } from './model/contract-options.ts';
export type { CheckResult, ContractReport, Finding, OperationResult, WriteResult } from './model/contract-report.ts';
export type { CoverageReport, CoverageRequirement, CoverageShare } from './model/coverage-report.ts';
export { type RequirementId, requirements } from './model/requirements.ts';
export { type SuiteCodeInfo, suiteCodes } from './model/suite-codes.ts';
export type { FormatMessage } from './model/suite-violation.ts';
export type { MalformedPlace, OriginCount, TrafficResult } from './model/traffic-result.ts';
export { checkTraffic } from './traffic/check-traffic.ts';
export type { TrafficOptions } from './traffic/traffic-options.ts';
