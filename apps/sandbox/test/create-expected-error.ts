import { createErrorBody } from '@giftoin/protocol';
import { expect } from 'vitest';

/** Creates the body of an error to compare with, with a timestamp of the last minute. */
export function createExpectedError(status: number, message: string, errorCode: number = status) {
  const error = createErrorBody(status, message, errorCode);
  return { status: { ...error.status, timestamp: expect.closeTo(Date.now(), -5) } };
}
