import type { OperationId } from '@giftoin/types';
import type { OtherStatus } from './other-status.ts';

/** What every failure tells. None of it ever holds the API key. */
abstract class Failure extends Error {
  /** What went wrong, as a literal: a `switch` over it narrows the error to its class. */
  abstract readonly kind: string;
  /** The HTTP status; undefined where there was no answer to have one. Narrows like `kind`. */
  abstract readonly status: number | undefined;
  /** The operation that was called; undefined where the client could not be created. */
  declare readonly operationId: OperationId | undefined;
  /** How many requests were sent. */
  declare readonly attempts: number;
  /** The contract's error code: 1002 no API key, 1001 an unknown one, else the status. Undefined where none came. */
  declare readonly errorCode: number | undefined;
  /** The server's time, in milliseconds since 1970-01-01T00:00:00Z; undefined where none came. */
  declare readonly timestamp: number | undefined;
  /** How long the server asks to wait before the next request, in milliseconds; undefined where it does not say. */
  declare readonly retryAfter: number | undefined;
  /** The server's name for the request, from `x-request-id` or a header like it; undefined where it sent none. */
  declare readonly requestId: string | undefined;
  /** The body of an answer that is an error: parsed where it is JSON, else its text; undefined where there is none. */
  declare readonly body: unknown;
  /** Where a redirect leads, without its query; undefined where there was none, or a browser hides it. */
  declare readonly location: string | undefined;
  /** Where the answer is not as documented, such as `[0].cards[2].isOwned`; undefined for any other failure. */
  declare readonly path: string | undefined;

  constructor(message: string, details: FailureDetails = {}) {
    const { cause, ...fields } = details;
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, { operationId: undefined, attempts: 0, ...fields });
  }
}

/** What a failure knows beside its class and its message. */
export type FailureDetails = Partial<Omit<Failure, 'name' | 'message' | 'stack' | 'kind' | 'status'>>;

/** 400: a parameter is missing or malformed. A repeat fails again. */
export class BadRequestError extends Failure {
  override readonly name = 'BadRequestError';
  override readonly kind: 'badRequest' = 'badRequest';
  override readonly status: 400 = 400;
}

/** 401: the API key is missing or empty (`errorCode` 1002), or unknown (1001). The message says which header was sent. */
export class UnauthorizedError extends Failure {
  override readonly name = 'UnauthorizedError';
  override readonly kind: 'unauthorized' = 'unauthorized';
  override readonly status: 401 = 401;
}

/** 402: the subscription behind the key is overdue. */
export class PaymentRequiredError extends Failure {
  override readonly name = 'PaymentRequiredError';
  override readonly kind: 'paymentRequired' = 'paymentRequired';
  override readonly status: 402 = 402;
}

/** 403: the plan of the key does not allow the request. */
export class ForbiddenError extends Failure {
  override readonly name = 'ForbiddenError';
  override readonly kind: 'forbidden' = 'forbidden';
  override readonly status: 403 = 403;
}

/** 404: the program does not exist, or is not visible to the key. */
export class NotFoundError extends Failure {
  override readonly name = 'NotFoundError';
  override readonly kind: 'notFound' = 'notFound';
  override readonly status: 404 = 404;
}

/** 429: too many requests, even after the retries. `retryAfter` says how long to wait. */
export class TooManyRequestsError extends Failure {
  override readonly name = 'TooManyRequestsError';
  override readonly kind: 'tooManyRequests' = 'tooManyRequests';
  override readonly status: 429 = 429;
}

/** 500: the server failed, even after the retries. */
export class InternalServerError extends Failure {
  override readonly name = 'InternalServerError';
  override readonly kind: 'internalServerError' = 'internalServerError';
  override readonly status: 500 = 500;
}

/** A status outside the contract: a gateway's 502, or a 204, which is no success here. */
export class UnexpectedStatusError extends Failure {
  override readonly name = 'UnexpectedStatusError';
  override readonly kind: 'unexpectedStatus' = 'unexpectedStatus';
  declare readonly status: OtherStatus;
}

/** The server redirected. It was not followed: that would hand the API key to whoever it names. */
export class RedirectError extends Failure {
  override readonly name = 'RedirectError';
  override readonly kind: 'redirect' = 'redirect';
  declare readonly status: 301 | 302 | 303 | 307 | 308 | undefined;
}

/** The time ran out, that of the call or, in its last attempt, that of an attempt. */
export class TimeoutError extends Failure {
  override readonly name = 'TimeoutError';
  override readonly kind: 'timeout' = 'timeout';
  override readonly status = undefined;
}

/** The call's own signal ended it; its reason is the `cause`. */
export class AbortedError extends Failure {
  override readonly name = 'AbortedError';
  override readonly kind: 'aborted' = 'aborted';
  override readonly status = undefined;
}

/** There was no answer, or it broke off. The `cause` has the name, the message and the code of what was thrown. */
export class NetworkError extends Failure {
  override readonly name = 'NetworkError';
  override readonly kind: 'network' = 'network';
  override readonly status = undefined;
}

/** The body of the answer is larger than `maxBodySize`; it was cut there. */
export class TooLargeError extends Failure {
  override readonly name = 'TooLargeError';
  override readonly kind: 'tooLarge' = 'tooLarge';
  override readonly status: 200 = 200;
}

/** A 200 whose body is not JSON, such as a proxy's page, or is empty. */
export class NotJsonError extends Failure {
  override readonly name = 'NotJsonError';
  override readonly kind: 'notJson' = 'notJson';
  override readonly status: 200 = 200;
}

/** A 200 that is not as the document, or a rule plugged in, says; `path` says where. */
export class WrongShapeError extends Failure {
  override readonly name = 'WrongShapeError';
  override readonly kind: 'wrongShape' = 'wrongShape';
  override readonly status: 200 = 200;
}

/** An option or a parameter that does not fit. Nothing was sent. */
export class BadArgumentError extends Failure {
  override readonly name = 'BadArgumentError';
  override readonly kind: 'badArgument' = 'badArgument';
  override readonly status = undefined;
}

/** Whatever this client throws: a `switch` over `kind` or `status` narrows it. */
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

/** The literal `kind` of every error. */
export type GiftoinErrorKind = GiftoinError['kind'];

/**
 * Whatever this client throws is an instance.
 *
 * @example
 * try {
 *   return await giftoin.getCollectionChallengeProgress(parameters);
 * } catch (error) {
 *   if (error instanceof GiftoinError && error.kind === 'notFound') return undefined;
 *   throw error;
 * }
 */
export const GiftoinError: GiftoinErrorClass = Failure as unknown as GiftoinErrorClass;

// `instanceof` narrows to what this predicate names: the union, which `kind` and `status` then narrow further.
interface GiftoinErrorClass {
  readonly prototype: Failure;
  [Symbol.hasInstance](value: unknown): value is GiftoinError;
}

const statusErrors: Readonly<Record<number, new (message: string, details: FailureDetails) => GiftoinError>> = {
  400: BadRequestError,
  401: UnauthorizedError,
  402: PaymentRequiredError,
  403: ForbiddenError,
  404: NotFoundError,
  429: TooManyRequestsError,
  500: InternalServerError,
};

/** The error of the class that belongs to a status. */
export function statusErrorOf(status: number, message: string, details: FailureDetails): GiftoinError {
  const Known = statusErrors[status];
  if (Known) return new Known(message, details);
  return Object.assign(new UnexpectedStatusError(message, details), { status });
}
