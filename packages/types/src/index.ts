/**
 * The types of the Giftoin collection-challenges API, made from its OpenAPI document.
 *
 * @module
 */
import type { endpoints, operations } from './generated/schema.ts';

export * from './generated/schema.ts';

/** The name of an operation of the document. */
export type OperationId = keyof typeof endpoints;

/** What an operation takes: its path and query parameters, by name. */
export type OperationParameters<Id extends OperationId> = Flat<
  ParametersIn<Id, 'path'> & ParametersIn<Id, 'query'>
>;

/** What an operation answers with 200. */
export type OperationAnswer<Id extends OperationId> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : never;

type ParametersIn<Id extends OperationId, Place extends 'path' | 'query'> = Place extends keyof operations[Id]['parameters']
  ? NonNullable<operations[Id]['parameters'][Place]>
  : unknown;

type Flat<Type> = { [Name in keyof Type]: Type[Name] };
