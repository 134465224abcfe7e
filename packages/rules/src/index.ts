/**
 * What must hold of an answer of the Giftoin collection-challenges API beyond its schema: pure functions from answers to
 * findings.
 *
 * @module
 */
export { hideKeys } from './api-keys.ts';
export { checkEqualHeaders, type ResponseByHeader } from './equal-headers.ts';
export { checkErrorBody } from './error-body.ts';
export type { Finding } from './finding.ts';
export type { ResponseHeaders } from './http-headers.ts';
export { checkJsonResponse, type HttpResponse } from './json-answer.ts';
export { checkListAgainstOne } from './list-and-one.ts';
export { checkList, checkProgress } from './progress.ts';
export { type Rule, type RuleId, rules } from './rules.ts';
export { checkNoServerError } from './server-error.ts';
