import type { OperationId } from '@giftoin/types';
import { createDocsUrl } from './create-docs-url.ts';

/** Marks the errors of every copy of this package. Its value is the kind of the error. */
const brand = Symbol.for('@giftoin/client/error');

/** The status codes of temporary errors. */
const temporaryStatuses = [408, 425, 429, 500, 502, 503, 504];

/** The properties of every error of the client. None of them ever contains the API key. */
export abstract class ErrorBase<
  Kind extends string = string,
  Status extends number | undefined = number | undefined,
> extends Error {
  /** The kind of the error, as a literal. A `switch` over it narrows the error to its class. */
  declare readonly kind: Kind;
  /** The HTTP status code. Undefined if no response was received. Narrows the error like `kind`. */
  declare readonly status: Status;
  /** The address of the page about the error: its causes, what to do, and how to provoke it. */
  declare readonly docs: string;
  /** The operation that was called. Undefined if the client could not be created. */
  declare readonly operationId: OperationId | undefined;
  /** How many requests were sent. */
  declare readonly attempts: number;
  /**
   * Whether the same call can succeed later. The client has already retried it, unless `retries`, the retry budget or the
   * timeout did not allow it.
   */
  declare readonly isRetryable: boolean;
  /** The code of a network error, for example `ECONNREFUSED`, if the runtime has one. `ABORT_ERR` if the call was aborted. */
  declare readonly code: string | undefined;
  /** The error code of the contract: 1002 for a missing API key, 1001 for an unknown one, or the status code. */
  declare readonly errorCode: number | undefined;
  /** The time on the server, in milliseconds since 1970-01-01T00:00:00Z. */
  declare readonly timestamp: number | undefined;
  /** How long to wait before the next request, in milliseconds. Source: the `Retry-After` header. */
  declare readonly retryAfter: number | undefined;
  /** The ID that the server gave to the request. Source: the header `x-request-id` or `x-correlation-id`. */
  declare readonly requestId: string | undefined;
  /**
   * The response body: parsed if it is JSON, or else its text. Cut to a text of 16 384 characters if it is longer.
   * Undefined if it is empty, or larger than `maxBodySize`.
   */
  declare readonly body: unknown;
  /** The target of a redirect, without its query. Undefined in browsers, which do not reveal it. */
  declare readonly location: string | undefined;
  /** The mark of an error that Next.js throws while it prerenders a page. Next.js needs it to continue. */
  declare readonly digest: string | undefined;
  /** Leads to the value that violates the contract, for example `[0].cards[2].isOwned`. Only in a `WrongShapeError`. */
  declare readonly path: string | undefined;

  constructor(message: string, details: GiftoinErrorDetails & { readonly kind: string }) {
    super(message, details);
    const { kind, status } = details;
    const isRetryable = kind === 'timeout' || temporaryStatuses.includes(Number(status));
    // `cause` exists already and stays non-enumerable.
    Object.assign(this, { docs: createDocsUrl(details), attempts: 0, isRetryable }, details);
  }

  /** The properties for `JSON.stringify`, which omits the name and the message of an error otherwise. */
  toJSON(): object {
    return Object.assign({ name: this.name, message: this.message }, this);
  }

  /** Recognises the errors of every copy of this package by their brand. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const found = readBrand(value);
    // biome-ignore lint/complexity/noThisInStatic: `this` is the class on the right side of `instanceof`
    const expected = readBrand(this.prototype);
    return found !== undefined && (expected === undefined || found === expected);
  }
}

/** The kind of an error of any copy of this package. Undefined for every other value. */
export function readBrand(value: unknown): string | undefined {
  return (value as { readonly [brand]?: string } | null | undefined)?.[brand];
}

/** The properties of an error, without its class and its message. */
export type GiftoinErrorDetails = Partial<Omit<ErrorBase, 'name' | 'message' | 'stack' | 'kind' | 'docs' | 'toJSON'>>;

/** The constructor of an error class. Named, so that the declarations contain this name and not all members of `Error`. */
export interface ErrorClass<Kind extends string, Status extends number | undefined> {
  new (message: string, details?: GiftoinErrorDetails): ErrorBase<Kind, Status>;
}

/**
 * Creates the base class of one kind of error.
 *
 * @param name Default: the name of the kind, for example `NotFoundError` for `notFound`.
 */
export function createErrorClass<Kind extends string, Status extends number | undefined>(
  kind: Kind,
  status: Status,
  name = `${kind.replace(/^./, (first) => first.toUpperCase())}Error`,
): ErrorClass<Kind, Status> {
  const Class = class extends ErrorBase<Kind, Status> {
    constructor(message: string, details?: GiftoinErrorDetails) {
      super(message, { kind, status, ...details });
    }
  };
  // On the prototype, so that the stack starts with the name.
  Object.assign(Class.prototype, { name, [brand]: kind });
  return Class;
}
