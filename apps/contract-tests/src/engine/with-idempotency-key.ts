import { randomUUID } from 'node:crypto';
import type { Operation, SchemaValidator } from '@giftoin/openapi';
import { isWellFormed } from '../model/parameter-text.ts';
import type { TestRequest } from '../model/test-request.ts';

/** Adds an idempotency key of its own to a request, unless the request has one or decides to have none. */
export function withIdempotencyKey(validate: SchemaValidator, operation: Operation, request: TestRequest): TestRequest {
  const parameter = operation.parameters.find(({ isIdempotencyKey }) => isIdempotencyKey);
  if (!parameter || (request.parameters && parameter.name in request.parameters)) return request;
  const uuid = randomUUID();
  const candidates = [uuid, uuid.replaceAll('-', ''), uuid.slice(0, 8), `${Number.parseInt(uuid.slice(0, 8), 16)}`];
  const key = candidates.find((candidate) => isWellFormed(validate, parameter, [candidate]));
  return key === undefined ? request : { ...request, parameters: { ...request.parameters, [parameter.name]: [key] } };
}
