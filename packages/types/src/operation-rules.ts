/**
 * What a client needs to know of operations that are not only a GET with the status code 200.
 *
 * @module
 */
import type { SchemaOrName } from './compact-schema.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints as generated } from './generated/names.ts';
import { statusSchemas } from './generated/response-schemas.ts';

export interface OperationRules {
  /** Returns whether a request can be sent again if it is unknown what became of the first one. */
  isRetryable(operationId: string): boolean;
  /** Returns whether a status code is one of the successes that the document contains for an operation. */
  isSuccess(operationId: string, status: number): boolean;
  /** Returns whether a successful response has no body. */
  isEmpty(operationId: string, status: number): boolean;
  /** Returns the schema of a status code; `undefined` if all successes of the operation have the same. */
  findSchema(operationId: string, status: number): SchemaOrName | undefined;
}

const endpoints: Readonly<Record<string, Endpoint>> = generated;

export const operationRules: OperationRules = {
  isRetryable: (operationId) => {
    const { method = '', isRetryable } = endpoints[operationId] ?? {};
    return isRetryable ?? /^(GET|HEAD|OPTIONS|TRACE)$/.test(method);
  },
  isSuccess: (operationId, status) => {
    const { successes = [200] } = endpoints[operationId] ?? {};
    return successes === '2XX' ? status >= 200 && status < 300 : successes.includes(status);
  },
  isEmpty: (operationId, status) => {
    const { method, emptySuccesses = [] } = endpoints[operationId] ?? {};
    return method === 'HEAD' || emptySuccesses.includes(status);
  },
  findSchema: (operationId, status) => {
    if (!Object.hasOwn(statusSchemas, operationId)) return undefined;
    const schemas = statusSchemas[operationId];
    return schemas?.[status] ?? schemas?.['2XX'];
  },
};
