import { isObject } from '../json.ts';
import { createViolation, type RuleViolation } from '../rule-violation.ts';
import { checkErrorMessage } from './check-error-message.ts';

const dayInMilliseconds = 86_400_000;

/** A missing (1002) or unknown (1001) API key. Every other error repeats its HTTP status code. */
const errorCodesOf401: readonly number[] = [1001, 1002];

/**
 * Checks what all errors have in common: the status code is 4xx or 5xx and has its `errorCode`; the `timestamp` is a number
 * of milliseconds, or its digits, within a day of the `Date` header; the `errorMessage` is a sentence for people. Does not
 * check which error a request should lead to.
 *
 * @param status the HTTP status code
 * @param body the parsed body. A body without an object `status` is skipped, because the schema finds it.
 * @param dateHeader the value of the `Date` header. If it is absent or malformed, the timestamp is not compared with it.
 * @returns the violations. No message quotes text of the body, so none contains an API key.
 */
export function checkErrorBody(status: number, body: unknown, dateHeader: string | null | undefined): RuleViolation[] {
  if (status < 400 || status > 599) {
    const message = `The status code is ${status}. Expected 4xx or 5xx, because the body is an error.`;
    return [createViolation('status-not-an-error', '', { status }, message)];
  }
  if (!isObject(body) || !isObject(body.status)) return [];
  const { timestamp, errorCode, errorMessage } = body.status;
  return [
    ...checkTimestamp(timestamp, dateHeader),
    ...checkErrorCode(status, errorCode),
    ...checkErrorMessage(errorMessage),
  ];
}

function checkTimestamp(timestamp: unknown, dateHeader: string | null | undefined): RuleViolation[] {
  if (timestamp === undefined) return [];
  const path = 'status.timestamp';
  const isTime = typeof timestamp === 'number' || (typeof timestamp === 'string' && /^[0-9]+$/.test(timestamp));
  if (!isTime) {
    const type = typeof timestamp;
    const message = `status.timestamp is not a number, but of the type ${type}. Expected milliseconds or their digits.`;
    return [createViolation('timestamp-not-a-number', path, { type }, message)];
  }
  const date = Date.parse(dateHeader ?? '');
  if (Number.isNaN(date) || Math.abs(Number(timestamp) - date) <= dayInMilliseconds) return [];
  const message = `status.timestamp is ${timestamp}. Expected a time within a day of ${date}, the Date header in milliseconds.`;
  return [createViolation('timestamp-far-from-date', path, { actual: timestamp, date }, message)];
}

function checkErrorCode(status: number, actual: unknown): RuleViolation[] {
  if (typeof actual !== 'number') return [];
  const expected = status === 401 ? errorCodesOf401 : [status];
  if (expected.includes(actual)) return [];
  const message = `status.errorCode is ${actual} with the status code ${status}. Expected ${expected.join(' or ')}.`;
  return [createViolation('error-code-mismatch', 'status.errorCode', { actual, expected, status }, message)];
}
