import type { ErrorBody } from '@giftoin/types';

/**
 * Creates the body of an error in the format of the contract, with the current time.
 *
 * @param status the HTTP status code
 * @param message a sentence for people
 * @param errorCode the error code of the contract. Default: the status code.
 */
export function createErrorBody(status: number, message: string, errorCode: number = status): ErrorBody {
  return { status: { timestamp: Date.now(), errorCode, errorMessage: message } };
}
