import type { Violation } from '@giftoin/protocol';
import type { OperationId } from '@giftoin/types';
import type { ValueValidator } from '@giftoin/types/compact-validator';
import { responseSchemas } from '@giftoin/types/response-schemas';
import { WrongShapeError } from '../errors/giftoin-error.ts';
import type { Settings } from '../options/settings.ts';
import type { CompletedCall } from '../transport/transport.ts';
import { createResponseValidator } from './response-validator.ts';

const validators: Record<string, ValueValidator> = {};

/**
 * Validates a response against the schema of its operation and against the rules of the client.
 *
 * @throws {WrongShapeError} if the response violates one of them and the client is set to throw
 */
export function validateResponse(
  operationId: OperationId,
  { value, attempts }: CompletedCall,
  { responseValidation, rules = {}, onWarning = console.warn }: Settings,
): void {
  if (responseValidation === 'off') return;
  // Each rule takes the response of its own operation, which the union of them cannot express.
  const rule = rules[operationId] as ((response: unknown) => readonly Violation[]) | undefined;
  validators[operationId] ??= createResponseValidator(responseSchemas[operationId] ?? '');
  const violation = validators[operationId](value) ?? rule?.(value)[0];
  if (!violation) return;
  const { path, message } = violation;
  const error = new WrongShapeError(`${path || 'the response body'}: ${message}`, { operationId, attempts, path });
  if (responseValidation === 'throw') throw error;
  onWarning(error);
}
