/**
 * The types of the Giftoin collection-challenges API, made from its OpenAPI document.
 *
 * @module
 */
import type { endpoints } from './generated/names.ts';
import type { operations } from './generated/schema.ts';

export * from './generated/names.ts';
export type { Operations } from './generated/operations.ts';

/** The name of an operation of the document. */
export type OperationId = keyof typeof endpoints;

/** What an operation takes: its path and query parameters, by name. */
export type OperationParameters<Id extends OperationId> = Flat<ParametersIn<Id, 'path'> & ParametersIn<Id, 'query'>>;

/** What an operation answers with 200. */
export type OperationResponse<Id extends OperationId> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : never;

// A place without parameters is `never` in the generated types, which would swallow the other place.
type ParametersIn<
  Id extends OperationId,
  Place extends 'path' | 'query',
  Parameters = Exclude<operations[Id]['parameters'][Place], undefined>,
> = [Parameters] extends [never] ? unknown : Parameters;

type Flat<Type> = { [Name in keyof Type]: Type[Name] };
