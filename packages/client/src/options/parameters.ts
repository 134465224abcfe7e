import { endpoints, type OperationId, parameterPatterns } from '@giftoin/types';
import { BadArgumentError } from '../errors/giftoin-error.ts';
import { formatValue } from './format-value.ts';

/**
 * Validates the path parameters of a call against their patterns.
 *
 * @throws {BadArgumentError} if a parameter is missing or does not match its pattern
 */
export function validateParameters(operationId: OperationId, parameters: object): void {
  for (const [name, location] of Object.entries(endpoints[operationId].parameters)) {
    const problem = location === 'path' && validateValue(Reflect.get(parameters, name), compilePattern(name));
    if (problem) throw new BadArgumentError(`${name} is ${problem}`);
  }
}

function validateValue(value: unknown, pattern: RegExp): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return `the number ${value}. Pass a string, because large numbers lose digits in JavaScript.`;
  }
  // A URL parser resolves `.` and `..`, which would call another endpoint.
  if (typeof value === 'string' && pattern.test(value) && value !== '.' && value !== '..') return undefined;
  return `${value === undefined ? 'missing' : formatValue(value)}. It must be a string that matches ${pattern.source}.`;
}

const compiled: Record<string, RegExp> = {};

function compilePattern(name: string): RegExp {
  compiled[name] ??= new RegExp((parameterPatterns as Readonly<Record<string, string>>)[name] ?? '^.+$', 'u');
  return compiled[name];
}
