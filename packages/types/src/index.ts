/**
 * The types of the Giftoin collection-challenges API, generated from its OpenAPI document.
 *
 * @module
 */
import type { endpoints } from './generated/names.ts';
import type { operations } from './generated/schema.ts';

export * from './generated/names.ts';
export type { Operations } from './generated/operations.ts';

/** The operationId of an operation. */
export type OperationId = keyof typeof endpoints;

/** The path and query parameters of an operation, by name. */
export type OperationParameters<Id extends OperationId> = Flat<ParametersIn<Id, 'path'> & ParametersIn<Id, 'query'>>;

/** The response body of an operation with status code 200. */
export type OperationResponse<Id extends OperationId> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

// In the generated types, a location without parameters is `never`. An intersection with `never` would be `never`.
type ParametersIn<
  Id extends OperationId,
  Location extends 'path' | 'query',
  Parameters = Exclude<operations[Id]['parameters'][Location], undefined>,
> = [Parameters] extends [never] ? unknown : Parameters;

type Flat<Type> = { [Name in keyof Type]: Type[Name] };
