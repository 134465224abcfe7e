import type { Operation } from './operation.ts';
import { parsePathTemplate } from './path-template.ts';

/**
 * Checks that the pipeline can route the operations.
 *
 * @throws {Error} if it cannot. The message has the operation and the reason.
 */
export function checkOperations(operations: readonly Operation[]): void {
  const ids = new Set<string>();
  const routes = new Map<string, Operation>();
  for (const operation of operations) {
    const { operationId, method, path } = operation;
    if (ids.has(operationId)) throw new Error(`Two operations have the operationId ${operationId}.`);
    ids.add(operationId);
    if (!methods.includes(method.toLowerCase())) {
      throw new Error(`${operationId}: the method ${method} is not supported.`);
    }
    checkPath(operation);
    // Two templates that differ only in the names of their parameters match the same paths.
    const key = `${method.toUpperCase()} ${path.replaceAll(/\{[^{}]*\}/g, '{}')}`;
    const other = routes.get(key);
    if (other) throw new Error(`${operationId} and ${other.operationId} match the same requests (${key}).`);
    routes.set(key, operation);
  }
}

/** The methods that an OpenAPI document can describe. */
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

function checkPath({ operationId, path, parameters }: Operation): void {
  let template: ReturnType<typeof parsePathTemplate>;
  try {
    template = parsePathTemplate(path);
  } catch (error) {
    throw new Error(`${operationId}: the path ${path} ${(error as Error).message}.`);
  }
  const names = template.segments.flatMap((segment) => segment.names);
  const declared = parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name);
  for (const name of names.filter((name) => !declared.includes(name))) {
    throw new Error(`${operationId}: the path ${path} has {${name}}, but the operation has no path parameter ${name}.`);
  }
  for (const name of declared.filter((name) => !names.includes(name))) {
    throw new Error(`${operationId}: the path ${path} does not contain the path parameter ${name}.`);
  }
}
