import type { OperationId, OperationInput, OperationResponse, Operations } from '@giftoin/types';
import type { GiftoinError } from './errors/giftoin-error.ts';
import type { FetchOptions } from './options/fetch-options.ts';
import type { Fetch } from './options/giftoin-client-options.ts';
import type { HeadersLike } from './options/headers.ts';
import type { PageItem, PaginatedOperationId } from './pagination/page-item.ts';

/** The options of one call. They override the options of the client. */
export interface CallOptions {
  /** Aborts the call. The reason of the signal becomes the `cause` of an `AbortedError`. Optional. */
  readonly signal?: AbortSignal | undefined;
  /** The time limit of the whole call, in milliseconds. Default: the `timeout` of the client. */
  readonly timeout?: number | undefined;
  /** How often the request is retried after a temporary error, from 0 to 100. Default: the `retries` of the client. */
  readonly retries?: number | undefined;
  /**
   * Additional headers, for example for tracing: an object, a `Headers`, a `Map` or entries. They cannot carry the API key.
   * Default: none.
   */
  readonly headers?: HeadersLike | undefined;
  /** Sends the requests of this call. Default: the `fetch` of the client. */
  readonly fetch?: Fetch | undefined;
  /** More options for `fetch`, in addition to the `fetchOptions` of the client. Default: none. */
  readonly fetchOptions?: FetchOptions | undefined;
}

/**
 * The body of a successful response. A list is an array that can be changed, because `Array.isArray` does not narrow a
 * read-only one. Its items are read-only.
 */
export type ResponseBody<Id extends OperationId> =
  OperationResponse<Id> extends readonly (infer Item)[] ? Item[] : OperationResponse<Id>;

/** A method of an operation. Its first argument is optional if the operation requires no input. */
type Method<Id extends OperationId, Value> =
  Record<never, never> extends OperationInput<Id>
    ? (parameters?: OperationInput<Id>, options?: CallOptions) => Promise<Value>
    : (parameters: OperationInput<Id>, options?: CallOptions) => Promise<Value>;

/** The methods that return the response body. */
export type Methods = {
  readonly [Id in keyof Operations]: Method<Id, ResponseBody<Id>>;
};

/** The methods that return errors and never throw. */
export type SafeMethods = {
  readonly [Id in keyof Operations]: Method<Id, Result<ResponseBody<Id>>>;
};

/** The methods that return the response body together with the response. */
export type RawMethods = {
  readonly [Id in keyof Operations]: Method<Id, RawResponse<ResponseBody<Id>>>;
};

/** The methods that iterate over the items of all pages. */
export type PaginateMethods = {
  readonly [Id in PaginatedOperationId]: Record<never, never> extends OperationInput<Id>
    ? (parameters?: OperationInput<Id>, options?: CallOptions) => AsyncGenerator<PageItem<Id>, void, undefined>
    : (parameters: OperationInput<Id>, options?: CallOptions) => AsyncGenerator<PageItem<Id>, void, undefined>;
};

/** The result of a safe method: the response body or the error. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: GiftoinError };

/** The result of a raw method. */
export interface RawResponse<Value> {
  /** The parsed response body. */
  readonly value: Value;
  /** The response, for example for its headers. Its body has been read. */
  readonly response: Response;
}

/** A client with one method for every operation of the OpenAPI document. A method is named after its operationId. */
export interface GiftoinClient extends Methods {
  /** The methods that iterate over the items of a list in pages. Only operations with `x-pagination` have one. */
  readonly paginate: PaginateMethods;
  /** The same methods, which return `{ ok: true, value }` or `{ ok: false, error }` and never throw. */
  readonly safe: SafeMethods;
  /** The same methods, which return `{ value, response }`. */
  readonly raw: RawMethods;
}
