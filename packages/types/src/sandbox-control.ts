/**
 * The types of the sandbox's control API, generated from its OpenAPI document.
 *
 * @module
 */
import type { endpoints } from './generated/sandbox-control/names.ts';
import type { operations } from './generated/sandbox-control/schema.ts';

export type * from './generated/sandbox-control/names.ts';
export { endpoints } from './generated/sandbox-control/names.ts';

/** The operationId of an operation of the control API. */
export type ControlOperationId = keyof typeof endpoints;

/** The path and query parameters and the properties of the request body of an operation, by name. */
export type ControlInput<Id extends ControlOperationId> = Flat<
  ParametersIn<Id, 'path'> & ParametersIn<Id, 'query'> & RequestBody<Id>
>;

/** The response body of an operation with status code 200. `undefined` if it has no response body. */
export type ControlResponse<Id extends ControlOperationId> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : undefined;

// In the generated types, a location without parameters is `never`. An intersection with `never` would be `never`.
type ParametersIn<
  Id extends ControlOperationId,
  Location extends 'path' | 'query',
  Parameters = Exclude<operations[Id]['parameters'][Location], undefined>,
> = [Parameters] extends [never] ? unknown : Parameters;

type RequestBody<Id extends ControlOperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : unknown;

type Flat<Type> = { [Name in keyof Type]: Type[Name] };
