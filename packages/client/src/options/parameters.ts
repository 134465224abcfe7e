import { endpoints, type OperationId, parameterPatterns, parameterRules } from '@giftoin/types';
import { requestInput } from '@giftoin/types/client-features';
import { BadArgumentError } from '../errors/giftoin-error.ts';
import { formatValue } from './format-value.ts';
import { readKnown } from './read-known.ts';

/**
 * Reads the parameters of a call and its body. Validates path parameters against their patterns, and all others and the body
 * against their schemas.
 *
 * @returns the values that were validated. Only these belong in the URL.
 * @throws {BadArgumentError} if a part of the input is missing, unknown or invalid
 */
export function parseParameters(operationId: OperationId, parameters: object): Record<string, unknown> {
  names[operationId] ??= Object.keys(endpoints[operationId].parameters).concat(
    requestInput ? requestInput.listBodyNames(operationId) : [],
  );
  const values = readKnown(parameters as Record<string, unknown>, names[operationId], 'parameter');
  for (const name of names[operationId]) {
    const problem = Object.hasOwn(parameterPatterns, name) && validateValue(values[name], name);
    if (problem) throw new BadArgumentError(`${name} is ${problem}`);
  }
  const problem = requestInput ? requestInput.findProblem(operationId, values) : undefined;
  if (problem) throw new BadArgumentError(problem);
  return values;
}

const names: Record<string, readonly string[]> = {};

function validateValue(value: unknown, name: string): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return `the number ${value}. Pass a string, because large numbers lose digits in JavaScript.`;
  }
  const pattern = compilePattern(name);
  // A URL parser resolves `.` and `..`, which would call another endpoint.
  if (typeof value === 'string' && pattern.test(value) && value !== '.' && value !== '..') return undefined;
  const rule = (parameterRules as Readonly<Record<string, string>>)[name];
  return `${value === undefined ? 'missing' : formatValue(value)}. ${rule} The pattern is ${pattern.source}.`;
}

const compiled: Record<string, RegExp> = {};

function compilePattern(name: string): RegExp {
  compiled[name] ??= new RegExp((parameterPatterns as Readonly<Record<string, string>>)[name] ?? '^.+$', 'u');
  return compiled[name];
}
