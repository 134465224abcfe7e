import type { GiftoinErrorDetails } from './error-base.ts';
import {
  BadRequestError,
  ForbiddenError,
  type GiftoinError,
  InternalServerError,
  NotFoundError,
  PaymentRequiredError,
  TooManyRequestsError,
  UnauthorizedError,
  UnexpectedStatusError,
} from './giftoin-error.ts';

const classes: Readonly<Record<number, new (message: string, details: GiftoinErrorDetails) => GiftoinError>> = {
  400: BadRequestError,
  401: UnauthorizedError,
  402: PaymentRequiredError,
  403: ForbiddenError,
  404: NotFoundError,
  429: TooManyRequestsError,
  500: InternalServerError,
};

/** Creates an error of the class for a status code. */
export function createStatusError(status: number, message: string, details: GiftoinErrorDetails): GiftoinError {
  return new (classes[status] ?? UnexpectedStatusError)(message, { ...details, status });
}
