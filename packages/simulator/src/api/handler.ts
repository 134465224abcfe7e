import type { OperationId } from '@giftoin/types';
import type { operations } from '@giftoin/types/paths';
import type { OperationContext } from './context.ts';

/**
 * Handles an operation. Throws a `RequestError` to respond with an error, for example 404 or 409.
 *
 * @param input the parameters of the operation by name, and the request body as `body`, all valid
 * @returns the body of the documented success, as a value or as the bytes of its JSON; or a status code with its body and
 *   headers; or nothing if the success has no body, for example 204
 */
export type Handler<Input, Result> = (input: Input, context: OperationContext) => Promise<Result>;

/** Handlers by operationId. The types of each are those of its operation, which the record cannot express. */
export type Handlers = Readonly<Record<string, Handler<never, unknown>>>;

/** The handler of an operation of the document. */
export type OperationHandler<Id extends OperationId> = HandlerOf<operations[Id]>;

/** The handler of an operation with these generated types. */
export type HandlerOf<Operation extends GeneratedOperation> = Handler<
  HandlerInput<Operation>,
  HandlerResult<Operation['responses']>
>;

/** An operation in the generated types. */
interface GeneratedOperation {
  readonly parameters: object;
  readonly requestBody?: unknown;
  readonly responses: object;
}

type HandlerInput<Operation extends GeneratedOperation> = Flat<
  ParametersIn<Operation['parameters'], 'path'> &
    ParametersIn<Operation['parameters'], 'query'> &
    ParametersIn<Operation['parameters'], 'header'> &
    BodyIn<Operation>
>;

// In the generated types, a location without parameters is `never`. An intersection with `never` would be `never`.
type ParametersIn<Parameters, Location extends string> = Location extends keyof Parameters
  ? [Exclude<Parameters[Location], undefined>] extends [never]
    ? unknown
    : Exclude<Parameters[Location], undefined>
  : unknown;

type BodyIn<Operation extends GeneratedOperation> = Operation extends {
  readonly requestBody: { readonly content: infer Content };
}
  ? { readonly body: JsonIn<Content> }
  : Exclude<Operation['requestBody'], undefined> extends { readonly content: infer Content }
    ? { readonly body?: JsonIn<Content> | undefined }
    : unknown;

type HandlerResult<Responses> = ResponseOf<Responses> | SuccessBody<Responses>;

/** A documented response. For a range, for example `default`, any status code. */
type ResponseOf<Responses> = {
  [Status in keyof Responses]: {
    readonly status: Status extends number ? Status : number;
    readonly headers?: Readonly<Record<string, string>>;
  } & (Responses[Status] extends { readonly content: infer Content }
    ? { readonly body: JsonIn<Content> | Uint8Array }
    : { readonly body?: undefined });
}[keyof Responses];

type SuccessBody<Responses> = {
  [Status in keyof Responses]: Status extends 200 | 201 | 202 | 203 | 204 | 205 | 206 | '2XX'
    ? Responses[Status] extends { readonly content: infer Content }
      ? JsonIn<Content> | Uint8Array
      : undefined
    : never;
}[keyof Responses];

type JsonIn<Content> = Content[Extract<keyof Content, `${string}json${string}`>];

type Flat<Type> = { [Name in keyof Type]: Type[Name] };
