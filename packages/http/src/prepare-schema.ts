import type { JsonSchema, ValidateSchema } from './operation.ts';

/**
 * Compiles a schema, so that a server that cannot use it does not start.
 *
 * @param place the operation and the part that the schema belongs to, for the error
 * @throws {Error} if the schema cannot be used, for example because a reference cannot be resolved
 */
export function prepareSchema(validate: ValidateSchema, schema: JsonSchema, place: string): void {
  try {
    validate(schema, undefined);
  } catch (error) {
    throw new Error(`${place} has a schema that cannot be used: ${(error as Error).message}.`, { cause: error });
  }
}
