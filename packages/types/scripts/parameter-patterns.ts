import type { Operation, Parameter } from '@giftoin/openapi';
import { createParameterPattern } from './create-parameter-pattern.ts';
import { describeParameter } from './describe-parameter.ts';

/**
 * Returns the patterns of path parameters, by name. A parameter that is not only a string with a pattern has none, and
 * neither have parameters of several operations that differ; `parameterSchemas` contains them.
 */
export function listParameterPatterns(operations: readonly Operation[]): Readonly<Record<string, string>> {
  return Object.fromEntries(listShared(operations).map(({ name, schema }) => [name, createParameterPattern(schema)]));
}

/** Describes each parameter that has a pattern in a sentence, by name. */
export function listParameterRules(operations: readonly Operation[]): Readonly<Record<string, string>> {
  return Object.fromEntries(listShared(operations).map(({ name, schema }) => [name, describeParameter(schema)]));
}

function listShared(operations: readonly Operation[]): readonly Parameter[] {
  const parameters = operations.flatMap((operation) => operation.parameters);
  return parameters.filter((parameter) => hasSharedPattern(operations, parameter));
}

/** Returns whether a pattern is all that a path parameter requires, and the same in all operations with this parameter. */
export function hasSharedPattern(operations: readonly Operation[], parameter: Parameter): boolean {
  const all = operations.flatMap(({ parameters }) => parameters.filter(({ name }) => name === parameter.name));
  const pattern = createParameterPattern(parameter.schema);
  return all.every((other) => isOnlyPattern(other) && createParameterPattern(other.schema) === pattern);
}

const annotations = ['title', 'description', 'default', 'example', 'examples', 'deprecated', 'format'];

function isOnlyPattern({ in: location, schema }: Parameter): boolean {
  return (
    location === 'path' &&
    schema.type === 'string' &&
    Object.keys(schema).every(
      (keyword) =>
        ['type', 'pattern', 'not'].includes(keyword) || annotations.includes(keyword) || keyword.startsWith('x-'),
    )
  );
}
