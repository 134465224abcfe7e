import { endpoints, type OperationId, parameterPatterns, parameterRules } from '@giftoin/types';
import { BadArgumentError } from '../errors/giftoin-error.ts';
import { formatValue } from './format-value.ts';
import { readKnown } from './read-known.ts';

/**
 * Reads the parameters of a call, and validates its path parameters against their patterns.
 *
 * @returns the values that were validated. Only these belong in the URL.
 * @throws {BadArgumentError} if a parameter is missing, unknown, or does not match its pattern
 */
export function parseParameters(operationId: OperationId, parameters: object): Record<string, unknown> {
  names[operationId] ??= Object.keys(endpoints[operationId].parameters);
  const locations: Readonly<Record<string, string>> = endpoints[operationId].parameters;
  const values = readKnown(parameters as Record<string, unknown>, names[operationId], 'parameter');
  for (const name of names[operationId]) {
    const problem = locations[name] === 'path' && validateValue(values[name], name);
    if (problem) throw new BadArgumentError(`${name} is ${problem}`);
  }
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
