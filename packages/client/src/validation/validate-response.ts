import type { Redact, Violation } from '@giftoin/protocol';
import type { OperationId } from '@giftoin/types';
import { operationRules } from '@giftoin/types/client-features';
import type { ValueValidator } from '@giftoin/types/compact-validator';
import { responseSchemas } from '@giftoin/types/response-schemas';
import { addCallerStack } from '../errors/caller-stack.ts';
import { cleanText } from '../errors/clean-text.ts';
import { WrongShapeError } from '../errors/giftoin-error.ts';
import { runHook } from '../hooks/run-hook.ts';
import type { Settings } from '../options/settings.ts';
import type { CompletedCall } from '../transport/transport.ts';
import { createResponseValidator } from './response-validator.ts';

const validators: Record<string, ValueValidator> = {};

/** Where and how a response violates the contract. */
type Finding = Pick<Violation, 'path' | 'message'>;

/** A rule of one operation. The union of all rules cannot express that each takes the response of its own operation. */
type Rule = (response: unknown) => unknown;

/**
 * Validates a response against the schema of its operation and status code, and against the rules of the client.
 *
 * @param site see {@link addCallerStack}
 * @throws {WrongShapeError} if the response violates one of them and the client is set to throw
 */
export function validateResponse(
  operationId: OperationId,
  { value, attempts, response, redact, createErrorDetails }: CompletedCall,
  { responseValidation, rules = {}, onWarning = console.warn }: Settings,
  site: Error,
): void {
  // A status code without a body has no schema.
  if (responseValidation === 'off' || value === undefined) return;
  const own = operationRules ? operationRules.findSchema(operationId, response.status) : undefined;
  const key = own ? operationId + response.status : operationId;
  validators[key] ??= createResponseValidator(own ?? responseSchemas[operationId] ?? '');
  const rule = rules[operationId] as Rule | undefined;
  const violation = validators[key](value) ?? (rule && applyRule(operationId, rule, value, redact));
  if (!violation) return;
  const path = cleanText(redact(violation.path));
  const message = cleanText(redact(violation.message)).replace(/\.$/, '');
  const place = path && ` at ${path}`;
  const error = new WrongShapeError(`The response violates the contract${place}: ${message}.`, {
    ...createErrorDetails(),
    operationId,
    attempts,
    path,
  });
  if (responseValidation === 'throw') throw error;
  runHook('onWarning', () => onWarning(addCallerStack(error, site)), redact);
}

/** Returns the first violation. Undefined if there is none, or if the rule fails, which `runHook` reports. */
function applyRule(operationId: OperationId, rule: Rule, value: unknown, redact: Redact): Finding | undefined {
  let found: Finding | undefined;
  const run = () => {
    const result = rule(value);
    // Awaits a promise, so that its own error is reported.
    if (!Array.isArray(result)) return Promise.resolve(result).then(rejectResult);
    const first: Partial<Finding> | undefined = result[0];
    if (result.length > 0 && typeof first?.message !== 'string') rejectResult();
    if (first) found = { path: String(first.path ?? ''), message: String(first.message) };
    return undefined;
  };
  runHook(`rules.${operationId}`, run, redact);
  return found;
}

function rejectResult(): never {
  throw new TypeError('A rule must return a list of violations, and not a promise.');
}
