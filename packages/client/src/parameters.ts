import { endpoints, type OperationId, parameterPatterns } from '@giftoin/types';
import { BadArgumentError } from './errors.ts';
import { quote } from './quote.ts';

/**
 * Holds the parameters of a call against the document, before anything is sent.
 *
 * @throws {BadArgumentError} that names the parameter, its value, what it matches and what to do
 */
export function checkParameters(operationId: OperationId, parameters: object): void {
  for (const [name, place] of Object.entries(endpoints[operationId].parameters)) {
    const fault = place === 'path' && faultOf(Reflect.get(parameters, name), patternOf(name));
    if (fault) throw new BadArgumentError(`${name} is ${fault}`);
  }
}

function faultOf(value: unknown, pattern: RegExp): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return `the number ${value}. Give a string: 123456789012345678 does not fit a JavaScript number.`;
  }
  // URLs fold dots, whatever the pattern says, and lead to another endpoint.
  if (typeof value === 'string' && pattern.test(value) && value !== '.' && value !== '..') return undefined;
  return `${value === undefined ? 'missing' : quote(value)}. Give a string that matches ${pattern.source} whole.`;
}

const patterns: Record<string, RegExp> = {};

function patternOf(name: string): RegExp {
  patterns[name] ??= new RegExp((parameterPatterns as Readonly<Record<string, string>>)[name] ?? '^.+$', 'u');
  return patterns[name];
}
