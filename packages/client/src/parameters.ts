import { endpoints, type OperationId, parameterPatterns } from '@giftoin/types';
import { BadArgumentError } from './errors.ts';
import { quote } from './options.ts';

/**
 * Holds the parameters of a call against the document, before anything is sent.
 *
 * @throws {BadArgumentError} that names the parameter, its value, what it matches and what to do
 */
export function checkParameters(operationId: OperationId, parameters: object): void {
  for (const [name, place] of Object.entries(endpoints[operationId].parameters)) {
    const value: unknown = Reflect.get(parameters, name);
    const fault = place === 'path' ? pathFault(name, value) : queryFault(value);
    if (fault) throw new BadArgumentError(`${name} ${fault}`, { operationId });
  }
}

const patterns: Record<string, RegExp> = {};

function pathFault(name: string, value: unknown): string | undefined {
  const source = (parameterPatterns as Readonly<Record<string, string>>)[name] ?? '^.+$';
  const whole = `Give a string that matches ${source} whole.`;
  if (value === undefined || value === null || value === '') {
    return `is ${value === '' ? 'empty' : 'missing'}. ${whole}`;
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return `is the number ${value}. Give a string: a number such as 123456789012345678 does not fit a JavaScript number.`;
  }
  patterns[name] ??= new RegExp(source, 'u');
  // Neither dots, whatever the pattern says: URLs fold them, which leads to another endpoint.
  if (typeof value === 'string' && patterns[name].test(value) && value !== '.' && value !== '..') return undefined;
  return `is ${quote(value)}. ${whole}`;
}

function queryFault(value: unknown): string | undefined {
  const fits = [value].flat().every((item) => item === undefined || /^(string|number|boolean)$/.test(typeof item));
  return fits ? undefined : `is ${quote(value)}. Give a string, a number, a boolean, or a list of them.`;
}
