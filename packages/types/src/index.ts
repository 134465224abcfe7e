/**
 * The types of the Giftoin collection-challenges API, generated from its OpenAPI document.
 *
 * @module
 */
import type { endpoints } from './generated/names.ts';
import type { operations } from './generated/schema.ts';

export type { Endpoint, EndpointPagination } from './endpoint.ts';
export * from './generated/names.ts';
export type { Operations } from './generated/operations.ts';

/** The operationId of an operation. */
export type OperationId = keyof typeof endpoints;

/** The path, query and header parameters of an operation, by name. */
export type OperationParameters<Id extends OperationId> = Flat<
  ParametersIn<Id, 'path'> & ParametersIn<Id, 'query'> & ParametersIn<Id, 'header'>
>;

/** The request body of an operation. Includes `undefined` if the body is optional; `undefined` if there is none. */
export type OperationBody<Id extends OperationId> = undefined extends operations[Id]['requestBody']
  ? RequestBody<Id> | undefined
  : RequestBody<Id>;

/** What a caller gives for an operation: the parameters by name, and the request body by the name `body`. */
export type OperationInput<Id extends OperationId> = Flat<OperationParameters<Id> & BodyInput<Id>>;

/** The response body of a successful operation (status code 2xx). `undefined` for a response without a body. */
export type OperationResponse<Id extends OperationId> = BodyOf<operations[Id]['responses'], `2${string}`>;

/** The response body of an operation that fails, with any other status code that the document contains. */
export type OperationError<Id extends OperationId> = BodyOf<
  operations[Id]['responses'],
  `${1 | 3 | 4 | 5}${string}` | 'default'
>;

// In the generated types, a location without parameters is `never`. An intersection with `never` would be `never`.
type ParametersIn<
  Id extends OperationId,
  Location extends 'path' | 'query' | 'header',
  Parameters = Exclude<operations[Id]['parameters'][Location], undefined>,
> = [Parameters] extends [never] ? unknown : Parameters;

type RequestBody<Id extends OperationId> = JsonContent<NonNullable<operations[Id]['requestBody']>>;

type BodyInput<Id extends OperationId> = [NonNullable<operations[Id]['requestBody']>] extends [never]
  ? unknown
  : undefined extends operations[Id]['requestBody']
    ? { readonly body?: RequestBody<Id> }
    : { readonly body: RequestBody<Id> };

type BodyOf<Responses, Statuses extends string> = {
  [Status in keyof Responses]: Status extends string | number
    ? `${Status}` extends Statuses
      ? JsonContent<Responses[Status]>
      : never
    : never;
}[keyof Responses];

type JsonContent<Body> = Body extends { content: infer Content }
  ? Content[keyof Content & `${string}json${string}`]
  : undefined;

type Flat<Type> = { [Name in keyof Type]: Type[Name] };
