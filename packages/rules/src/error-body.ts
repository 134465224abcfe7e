import { messageFault } from './error-message.ts';
import type { Finding } from './finding.ts';
import { isObject } from './json.ts';

const rule = 'error';
const dayInMilliseconds = 86_400_000;

/** A missing (1002) or unknown (1001) API key; every other error repeats its HTTP status. */
const errorCodesOf401: readonly number[] = [1001, 1002];

/**
 * Holds the body of an error against what is said of all errors: the status is 4xx or 5xx and has its `errorCode`; the
 * `timestamp` is a number of milliseconds, or its digits, within a day of the `Date` header; the `errorMessage` is a
 * sentence for people. None of the numbered statements. Which error a request deserves is not known here.
 *
 * @param status the HTTP status
 * @param body the body, parsed; what has no object `status` is passed over, because the schema finds it
 * @param dateHeader the value of the `Date` header; without one that is a date, the timestamp is not held against it
 * @returns what is broken; no sentence quotes text of the answer, so none holds an API key
 */
export function checkErrorBody(status: number, body: unknown, dateHeader: string | null | undefined): Finding[] {
  if (status < 400 || status > 599) {
    return [{ rule, path: '', sentence: `The status is ${status}, expected 4xx or 5xx of an error.` }];
  }
  if (!isObject(body) || !isObject(body.status)) return [];
  const { timestamp, errorCode, errorMessage } = body.status;
  return [
    ...checkTimestamp(timestamp, dateHeader),
    ...checkErrorCode(status, errorCode),
    ...checkErrorMessage(errorMessage),
  ];
}

function checkTimestamp(timestamp: unknown, dateHeader: string | null | undefined): Finding[] {
  if (timestamp === undefined) return [];
  const path = 'status.timestamp';
  const isTime = typeof timestamp === 'number' || (typeof timestamp === 'string' && /^[0-9]+$/.test(timestamp));
  if (!isTime) {
    const sentence = `status.timestamp is a ${typeof timestamp} and no number, expected milliseconds or their digits.`;
    return [{ rule, path, sentence }];
  }
  const date = Date.parse(dateHeader ?? '');
  if (Number.isNaN(date) || Math.abs(Number(timestamp) - date) <= dayInMilliseconds) return [];
  const sentence = `status.timestamp is ${timestamp}, expected within a day of ${date}, the Date header in milliseconds.`;
  return [{ rule, path, sentence }];
}

function checkErrorCode(status: number, errorCode: unknown): Finding[] {
  if (typeof errorCode !== 'number') return [];
  const expected = status === 401 ? errorCodesOf401 : [status];
  if (expected.includes(errorCode)) return [];
  const sentence = `status.errorCode is ${errorCode} with HTTP status ${status}, expected ${expected.join(' or ')}.`;
  return [{ rule, path: 'status.errorCode', sentence }];
}

function checkErrorMessage(errorMessage: unknown): Finding[] {
  if (typeof errorMessage !== 'string') return [];
  const fault = messageFault(errorMessage);
  if (!fault) return [];
  const sentence = `status.errorMessage, ${errorMessage.length} characters, ${fault}, expected a sentence for people.`;
  return [{ rule, path: 'status.errorMessage', sentence }];
}
