import type { OperationId } from '@giftoin/types';
import type { OtherStatus } from './other-status.ts';

/** What every failure tells. None of it ever holds the API key. */
abstract class Failure<
  Kind extends string = string,
  Status extends number | undefined = number | undefined,
> extends Error {
  /** What went wrong, as a literal: a `switch` over it narrows the error to its class. */
  declare readonly kind: Kind;
  /** The HTTP status; undefined where there was no answer to have one. Narrows like `kind`. */
  declare readonly status: Status;
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
  /** Where the answer does not fit, such as `[0].cards[2].isOwned`; undefined for any other failure. */
  declare readonly path: string | undefined;

  constructor(message: string, details: FailureDetails & { readonly kind: string }) {
    super(message, details);
    // The cause, which is there by now, stays hidden from listings.
    Object.assign(
      this,
      { name: `${details.kind.replace(/^./, (first) => first.toUpperCase())}Error`, attempts: 0 },
      details,
    );
  }
}

/** What a failure knows beside its class and its message. */
export type FailureDetails = Partial<Omit<Failure, 'name' | 'message' | 'stack' | 'kind'>>;

// Named, so that a declaration says this and not all that a class has on a runtime.
interface FailureClass<Kind extends string, Status extends number | undefined> {
  new (message: string, details?: FailureDetails): Failure<Kind, Status>;
}

/** The class of a kind of failure, which is its name without `Error`. */
function failure<Kind extends string, Status extends number | undefined>(
  kind: Kind,
  status: Status,
): FailureClass<Kind, Status> {
  return class extends Failure<Kind, Status> {
    constructor(message: string, details?: FailureDetails) {
      super(message, { kind, status, ...details });
    }
  };
}

/** 400: a parameter is missing or malformed. A repeat fails again. */
export class BadRequestError extends failure('badRequest', 400) {}
/** 401: the API key is missing or empty (`errorCode` 1002), or unknown (1001). The message says which header was sent. */
export class UnauthorizedError extends failure('unauthorized', 401) {}
/** 402: the subscription behind the key is overdue. */
export class PaymentRequiredError extends failure('paymentRequired', 402) {}
/** 403: the plan of the key does not allow the request. */
export class ForbiddenError extends failure('forbidden', 403) {}
/** 404: the program does not exist, or is not visible to the key. */
export class NotFoundError extends failure('notFound', 404) {}
/** 429: too many requests, even after the retries. `retryAfter` says how long to wait. */
export class TooManyRequestsError extends failure('tooManyRequests', 429) {}
/** 500: the server failed, even after the retries. */
export class InternalServerError extends failure('internalServer', 500) {}
/** A status outside the contract: a gateway's 502, or a 204, which is no success here. */
export class UnexpectedStatusError extends failure('unexpectedStatus', undefined as unknown as OtherStatus) {}
/** The server redirects. It was not followed: that would hand the API key to whoever it names. */
export class RedirectError extends failure('redirect', undefined as RedirectStatus) {}
/** The time ran out: that of the call or, in its last attempt, that of an attempt. */
export class TimeoutError extends failure('timeout', undefined) {}
/** The call's own signal ended it; its reason is the `cause`. */
export class AbortedError extends failure('aborted', undefined) {}
/** There was no answer, or it broke off. The `cause` has the name, message and code of what was thrown. */
export class NetworkError extends failure('network', undefined) {}
/** The body of the answer is larger than `maxBodySize`; it was cut there. */
export class TooLargeError extends failure('tooLarge', 200) {}
/** A 200 whose body is not JSON, such as a proxy's page, or is empty. */
export class NotJsonError extends failure('notJson', 200) {}
/** A 200 that is not as the document, or a rule plugged in, says; `path` says where. */
export class WrongShapeError extends failure('wrongShape', 200) {}
/** An option or a parameter that does not fit. Nothing was sent. */
export class BadArgumentError extends failure('badArgument', undefined) {}
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

/** A status of HTTP that leads elsewhere; undefined where a browser hides it. */
export type RedirectStatus = 301 | 302 | 303 | 307 | 308 | undefined;

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
export function errorOfStatus(status: number, message: string, details: FailureDetails): GiftoinError {
  return new (statusErrors[status] ?? UnexpectedStatusError)(message, { ...details, status });
}
