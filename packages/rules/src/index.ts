/**
 * What the contract of the Giftoin collection-challenges API requires of a response beyond its schema: pure functions from
 * responses to violations.
 *
 * @module
 */
export { checkEqualHeaders, type ResponseByHeader } from './comparison/check-equal-headers.ts';
export { checkListAgainstOne } from './comparison/check-list-against-one.ts';
export { createKeyRedactor } from './create-key-redactor.ts';
export { checkList, checkProgress } from './progress/check-progress.ts';
export { redactViolations } from './redact-violations.ts';
export { type Requirement, type RequirementId, requirements } from './requirements.ts';
export { checkErrorBody } from './responses/check-error-body.ts';
export { checkJsonResponse, type HttpResponse } from './responses/check-json-response.ts';
export { checkNoServerError } from './responses/check-no-server-error.ts';
export type { ResponseHeaders } from './responses/list-headers.ts';
export type { RuleCodeInfo } from './rule-code-info.ts';
export { type RuleCode, ruleCodes } from './rule-codes.ts';
export type { RuleViolation } from './rule-violation.ts';
