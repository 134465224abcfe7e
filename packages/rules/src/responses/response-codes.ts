import type { RuleCodeInfo } from '../rule-code-info.ts';

/** The codes of what can be wrong with the headers, the bytes or the error body of a response. */
export const responseCodes = {
  'content-type-missing': {
    requirement: '9-json',
    meaning: 'The response has no Content-Type header.',
    values: [],
  },
  'content-type-not-json': {
    requirement: '9-json',
    meaning: 'The Content-Type header is not application/json.',
    values: ['actual'],
  },
  'charset-not-utf-8': {
    requirement: '9-json',
    meaning: 'The charset of the Content-Type header is not UTF-8.',
    values: ['actual'],
  },
  'body-not-utf-8': {
    requirement: '9-json',
    meaning: 'The body is not valid UTF-8.',
    values: ['length'],
  },
  'byte-order-mark': {
    requirement: '9-json',
    meaning: 'The body starts with a byte order mark.',
    values: [],
  },
  'body-empty': {
    requirement: '9-json',
    meaning: 'The body is empty.',
    values: [],
  },
  'body-not-json': {
    requirement: '9-json',
    meaning: 'The body is not valid JSON.',
    values: ['length', 'start'],
  },
  'api-key-in-body': {
    requirement: '9-json',
    meaning: 'The body repeats an API key that was sent.',
    values: [],
  },
  'api-key-in-status-line': {
    requirement: '9-json',
    meaning: 'The status line repeats an API key that was sent.',
    values: [],
  },
  'api-key-in-header': {
    requirement: '9-json',
    meaning: 'A header repeats an API key that was sent.',
    values: ['header'],
  },
  'server-error': {
    requirement: '10-no-server-error',
    meaning: 'The status code is 5xx.',
    values: ['status'],
  },
  'status-not-an-error': {
    requirement: 'error',
    meaning: 'The status code of an error is not 4xx or 5xx.',
    values: ['status'],
  },
  'timestamp-not-a-number': {
    requirement: 'error',
    meaning: 'status.timestamp is not a number or a string of digits.',
    values: ['type'],
  },
  'timestamp-far-from-date': {
    requirement: 'error',
    meaning: 'status.timestamp is more than a day before or after the Date header.',
    values: ['actual', 'date'],
  },
  'error-code-mismatch': {
    requirement: 'error',
    meaning: 'status.errorCode does not belong to the status code.',
    values: ['actual', 'expected', 'status'],
  },
  'error-message-empty': {
    requirement: 'error',
    meaning: 'status.errorMessage is empty.',
    values: ['length'],
  },
  'error-message-markup': {
    requirement: 'error',
    meaning: 'status.errorMessage contains markup.',
    values: ['length'],
  },
  'error-message-stack-trace': {
    requirement: 'error',
    meaning: 'status.errorMessage contains a stack trace.',
    values: ['length'],
  },
} as const satisfies Readonly<Record<string, RuleCodeInfo>>;
