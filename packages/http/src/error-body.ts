import type { ErrorBody } from '@giftoin/types';

/**
 * An error in the contract's shape, at this moment.
 *
 * @param status the HTTP status
 * @param message a sentence for people
 * @param errorCode the status, where the contract gives no code of its own
 */
export function errorBody(status: number, message: string, errorCode: number = status): ErrorBody {
  return { status: { timestamp: Date.now(), errorCode, errorMessage: message } };
}
