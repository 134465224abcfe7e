import { createErrorClass, ErrorBase, readBrand } from './error-base.ts';
import type { OtherStatus } from './other-status.ts';
import type { SuccessStatus } from './success-status.ts';

/** 400: a parameter is missing or malformed. A retry fails again. */
export class BadRequestError extends createErrorClass('badRequest', 400) {}
/** 401: the API key is missing or empty (`errorCode` 1002), or unknown (1001). The message names the header it was sent in. */
export class UnauthorizedError extends createErrorClass('unauthorized', 401) {}
/** 402: the subscription of the API key is overdue. */
export class PaymentRequiredError extends createErrorClass('paymentRequired', 402) {}
/** 403: the plan of the API key does not allow the request. */
export class ForbiddenError extends createErrorClass('forbidden', 403) {}
/** 404, in the format of the API: the program does not exist or is not visible to the API key. */
export class NotFoundError extends createErrorClass('notFound', 404) {}
/** 429: too many requests, even after the retries. `retryAfter` is the time to wait. */
export class TooManyRequestsError extends createErrorClass('tooManyRequests', 429) {}
/** 500: the server failed, even after the retries. */
export class InternalServerError extends createErrorClass('internalServer', 500) {}
/**
 * A status code without a class of its own: for example a 409 that the document contains, whose `body` is parsed, a 502 of a
 * gateway, or a success that the document does not contain for the operation. Also a 404 that is not in the format of the API, which usually means that `baseUrl` is wrong: then `status` is 404.
 */
export class UnexpectedStatusError extends createErrorClass('unexpectedStatus', undefined as unknown as OtherStatus) {}
/** The server redirected. The client does not follow redirects, because that would send the API key to the target. */
export class RedirectError extends createErrorClass('redirect', undefined as RedirectStatus) {}
/** The call did not complete within `timeout`, or its last attempt not within `attemptTimeout`. */
export class TimeoutError extends createErrorClass('timeout', undefined) {}
/** The `signal` of the call aborted it. The reason of the signal is the `cause`. The name is `AbortError`, as with `fetch`. */
export class AbortedError extends createErrorClass('aborted', undefined, 'AbortError') {}
/** No response was received, or it broke off. `code` and the `cause` say why. */
export class NetworkError extends createErrorClass('network', undefined) {}
/** The response body is larger than `maxBodySize`. The client stopped reading there. */
export class TooLargeError extends createErrorClass('tooLarge', 200 as SuccessStatus) {}
/** A successful response whose body is empty or not JSON, for example an HTML page of a proxy. */
export class NotJsonError extends createErrorClass('notJson', 200 as SuccessStatus) {}
/** A successful response that violates the schema or one of the `rules`. `path` leads to the value. */
export class WrongShapeError extends createErrorClass('wrongShape', 200 as SuccessStatus) {}
/** An option or a parameter is invalid. No request was sent. */
export class BadArgumentError extends createErrorClass('badArgument', undefined) {}

/** Every error that the client throws. `kind` and `status` narrow it to its class. */
export type GiftoinError =
  | BadRequestError
  | UnauthorizedError
  | PaymentRequiredError
  | ForbiddenError
  | NotFoundError
  | TooManyRequestsError
  | InternalServerError
  | UnexpectedStatusError
  | RedirectError
  | TimeoutError
  | AbortedError
  | NetworkError
  | TooLargeError
  | NotJsonError
  | WrongShapeError
  | BadArgumentError;

/** The status code of a redirect. Undefined in browsers, which do not reveal it. */
export type RedirectStatus = 301 | 302 | 303 | 307 | 308 | undefined;

/** The literal `kind` of every error. */
export type GiftoinErrorKind = GiftoinError['kind'];

/**
 * The base class of every error that the client throws.
 *
 * @example
 * try {
 *   return await giftoin.getCollectionChallengeProgress(parameters);
 * } catch (error) {
 *   if (error instanceof GiftoinError && error.kind === 'notFound') return undefined;
 *   throw error;
 * }
 */
export const GiftoinError: GiftoinErrorClass = ErrorBase as unknown as GiftoinErrorClass;

// `instanceof` narrows to the type of this predicate: the union, which `kind` and `status` narrow further.
interface GiftoinErrorClass {
  readonly prototype: ErrorBase;
  [Symbol.hasInstance](value: unknown): value is GiftoinError;
}

/**
 * Returns whether a value is an error of the client, of any copy of this package: a program can contain several, for example
 * one for `import` and one for `require`.
 */
export function isGiftoinError(value: unknown): value is GiftoinError {
  return readBrand(value) !== undefined;
}
