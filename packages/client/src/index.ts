/**
 * A typed client of the Giftoin collection-challenges API.
 *
 * @module
 */
export * from '@giftoin/types';
export {
  type CallOptions,
  createGiftoinClient,
  type GiftoinClient,
  type Methods,
  type RawMethods,
  type RawResponse,
  type Result,
  type SafeMethods,
} from './client.ts';
export {
  AbortedError,
  BadArgumentError,
  BadRequestError,
  type FailureDetails,
  ForbiddenError,
  GiftoinError,
  type GiftoinErrorKind,
  InternalServerError,
  NetworkError,
  NotFoundError,
  NotJsonError,
  PaymentRequiredError,
  RedirectError,
  type RedirectStatus,
  TimeoutError,
  TooLargeError,
  TooManyRequestsError,
  UnauthorizedError,
  UnexpectedStatusError,
  WrongShapeError,
} from './errors.ts';
export type { ApiKeyHeader, Fetch, FetchInit, GiftoinClientOptions, RuleFinding, Rules } from './options.ts';
export type { OtherStatus } from './other-status.ts';
