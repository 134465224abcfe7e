/**
 * A typed client of the Giftoin collection-challenges API.
 *
 * @module
 */
export type { Violation } from '@giftoin/protocol';
export * from '@giftoin/types';
export type { GiftoinErrorDetails } from './errors/error-base.ts';
export {
  AbortedError,
  BadArgumentError,
  BadRequestError,
  ForbiddenError,
  GiftoinError,
  type GiftoinErrorKind,
  InternalServerError,
  isGiftoinError,
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
} from './errors/giftoin-error.ts';
export type { OtherStatus } from './errors/other-status.ts';
export type { SuccessStatus } from './errors/success-status.ts';
export { createGiftoinClient } from './giftoin-client.ts';
export type {
  CallOptions,
  GiftoinClient,
  Methods,
  PaginateMethods,
  RawMethods,
  RawResponse,
  ResponseBody,
  Result,
  SafeMethods,
} from './methods.ts';
export type { FetchOptions } from './options/fetch-options.ts';
export type {
  ApiKeyHeader,
  Fetch,
  FetchInit,
  FetchResponse,
  GiftoinClientOptions,
  Rules,
} from './options/giftoin-client-options.ts';
export type { HeadersLike } from './options/headers.ts';
export type { PageItem, PaginatedOperationId } from './pagination/page-item.ts';
