import type { Operation, ValidateSchema } from './operation.ts';
import { needsSchemaValidator } from './parameter-validator.ts';

/** Loads a validator if an operation needs one. It takes longer to load than a server without it takes to start. */
export async function loadValidator(operations: readonly Operation[]): Promise<ValidateSchema> {
  const isNeeded = operations.some(
    ({ requestBody, parameters }) =>
      requestBody !== undefined || parameters.some(({ schema }) => needsSchemaValidator(schema)),
  );
  if (!isNeeded) return () => [];
  const { createSchemaValidator } = await import('@giftoin/openapi');
  return createSchemaValidator();
}
