import type { Redact } from '@giftoin/protocol';
import { formatValue } from '../json.ts';
import { redactViolations } from '../redact-violations.ts';
import { createViolation, type RuleViolation } from '../rule-violation.ts';
import { findDifferences } from './find-differences.ts';

/** A response, and the header that carried the API key in its request. */
export interface ResponseByHeader {
  /** The name of the header, as it was sent. */
  readonly header: string;
  /** The HTTP status code. */
  readonly status: number;
  /** The parsed body: a program, a list, an error, or any other JSON. */
  readonly body: unknown;
}

/**
 * Checks requirement 8: the three headers lead to equal responses, errors included. Compares the status codes, and then
 * the bodies: programs and errors by the properties that the document names, without `timeLeft` and the `timestamp` of an
 * error; other JSON by all properties. Absent equals null. The order of arrays matters, the order of properties does not.
 *
 * The progress of the user can change between the two responses. If there are violations, request both once more.
 *
 * @param redact redacts the API keys that were sent in messages and values, see `createKeyRedactor`. Default: none are.
 * @returns the first differences, at most ten; the status code alone if it differs
 */
export function checkEqualHeaders(
  first: ResponseByHeader,
  second: ResponseByHeader,
  redact: Redact = (text) => text,
): RuleViolation[] {
  const firstName = `with ${first.header}`;
  const secondName = `with ${second.header}`;
  if (first.status !== second.status) {
    const message = `The status code is ${first.status} ${firstName} and ${second.status} ${secondName}. Expected equal status codes.`;
    return [createViolation('status-differs', '', { first: first.status, second: second.status }, message)];
  }
  const violations = findDifferences(first.body, second.body).map((difference) => {
    const values = { first: formatValue(difference.first), second: formatValue(difference.second) };
    const subject = difference.path || 'The body';
    const message = `${subject} is ${values.first} ${firstName} and ${values.second} ${secondName}. Expected equal values.`;
    return createViolation('body-differs', difference.path, values, message);
  });
  return redactViolations(violations, redact);
}
