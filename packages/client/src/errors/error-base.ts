import type { OperationId } from '@giftoin/types';

/** The properties of every error of the client. None of them ever contains the API key. */
export abstract class ErrorBase<
  Kind extends string = string,
  Status extends number | undefined = number | undefined,
> extends Error {
  /** The kind of the error, as a literal. A `switch` over it narrows the error to its class. */
  declare readonly kind: Kind;
  /** The HTTP status code. Undefined if no response was received. Narrows the error like `kind`. */
  declare readonly status: Status;
  /** The operation that was called. Undefined if the client could not be created. */
  declare readonly operationId: OperationId | undefined;
  /** How many requests were sent. */
  declare readonly attempts: number;
  /** The error code of the contract: 1002 for a missing API key, 1001 for an unknown one, or the status code. */
  declare readonly errorCode: number | undefined;
  /** The time on the server, in milliseconds since 1970-01-01T00:00:00Z. */
  declare readonly timestamp: number | undefined;
  /** How long to wait before the next request, in milliseconds. Source: the `Retry-After` header. */
  declare readonly retryAfter: number | undefined;
  /** The ID that the server gave to the request. Source: the header `x-request-id` or `x-correlation-id`. */
  declare readonly requestId: string | undefined;
  /** The body of an error response: parsed if it is JSON, or else its text. Undefined if it is empty or too large. */
  declare readonly body: unknown;
  /** The target of a redirect, without its query. Undefined in browsers, which do not reveal it. */
  declare readonly location: string | undefined;
  /** Leads to the value that violates the contract, for example `[0].cards[2].isOwned`. Only in a `WrongShapeError`. */
  declare readonly path: string | undefined;

  constructor(message: string, details: GiftoinErrorDetails & { readonly kind: string }) {
    super(message, details);
    const name = `${details.kind.replace(/^./, (first) => first.toUpperCase())}Error`;
    // `cause` exists already and stays non-enumerable.
    Object.assign(this, { name, attempts: 0 }, details);
  }
}

/** The properties of an error, without its class and its message. */
export type GiftoinErrorDetails = Partial<Omit<ErrorBase, 'name' | 'message' | 'stack' | 'kind'>>;

/** The constructor of an error class. Named, so that the declarations contain this name and not all members of `Error`. */
export interface ErrorClass<Kind extends string, Status extends number | undefined> {
  new (message: string, details?: GiftoinErrorDetails): ErrorBase<Kind, Status>;
}

/** Creates the base class of one kind of error. */
export function createErrorClass<Kind extends string, Status extends number | undefined>(
  kind: Kind,
  status: Status,
): ErrorClass<Kind, Status> {
  return class extends ErrorBase<Kind, Status> {
    constructor(message: string, details?: GiftoinErrorDetails) {
      super(message, { kind, status, ...details });
    }
  };
}
