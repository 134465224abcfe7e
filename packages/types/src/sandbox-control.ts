/**
 * The types of the sandbox's control side, made from its OpenAPI document.
 *
 * @module
 */
import type { endpoints } from './generated/sandbox-control/names.ts';
import type { operations } from './generated/sandbox-control/schema.ts';

export type * from './generated/sandbox-control/names.ts';
export { endpoints } from './generated/sandbox-control/names.ts';

/** The name of an operation of the control side. */
export type ControlOperationId = keyof typeof endpoints;

/** What an operation takes: its path and query parameters and the properties of its body, by name. */
export type ControlInput<Id extends ControlOperationId> = Flat<
  ParametersIn<Id, 'path'> & ParametersIn<Id, 'query'> & BodyOf<Id>
>;

/** What an operation answers; nothing where it is only done. */
export type ControlResponse<Id extends ControlOperationId> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : undefined;

// A place without parameters is `never` in the generated types, which would swallow the other place.
type ParametersIn<
  Id extends ControlOperationId,
  Place extends 'path' | 'query',
  Parameters = Exclude<operations[Id]['parameters'][Place], undefined>,
> = [Parameters] extends [never] ? unknown : Parameters;

type BodyOf<Id extends ControlOperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : unknown;

type Flat<Type> = { [Name in keyof Type]: Type[Name] };
