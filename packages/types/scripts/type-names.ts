import { createUnsupportedError, listOperations, type OpenApiDocument, type Problem, toObject } from '@giftoin/openapi';
import { findOpenSetValues } from './open-set.ts';
import { reservedOperationIds, reservedTypeNames } from './reserved-names.ts';

/**
 * Converts the name of a schema to the name of its type. Characters that TypeScript does not allow become `_`, and a
 * reserved name gets `Schema` at the end: `Pet-Input` becomes `Pet_Input`, `3d` becomes `_3d`, `Result` becomes `ResultSchema`.
 */
export function toTypeName(name: string): string {
  const identifier = name.replaceAll(/\W/g, '_').replace(/^(?=\d)/, '_');
  return reservedTypeNames.has(identifier) ? `${identifier}Schema` : identifier;
}

/** Returns the names of the array of the known values of an open set, and of its type guard. */
export function toKnownValueNames(name: string): { readonly values: string; readonly guard: string } {
  const typeName = toTypeName(name);
  return { values: `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}Values`, guard: `isKnown${typeName}` };
}

/**
 * Checks that the names of schemas and operations can be names in TypeScript.
 *
 * @throws {DocumentError} if two of them become the same name, or one is reserved
 */
export function checkNames(document: OpenApiDocument): void {
  const problems = [...listSchemaProblems(document), ...listOperationProblems(document)];
  if (problems.length > 0) throw createUnsupportedError(problems);
}

function* listSchemaProblems(document: OpenApiDocument): Generator<Problem> {
  const owners = new Map<string, string>();
  for (const [name, schema] of Object.entries(toObject(document.components.schemas))) {
    const { values, guard } = toKnownValueNames(name);
    const names = findOpenSetValues(schema) ? [toTypeName(name), values, guard] : [toTypeName(name)];
    const place = `#/components/schemas/${name}`;
    for (const typeName of names) {
      const owner = owners.get(typeName);
      if (owner !== undefined) {
        yield { place, reason: `Its name in TypeScript, ${typeName}, belongs to the schema ${owner} too. Rename one.` };
      }
      owners.set(typeName, name);
    }
    if (name === '__proto__') yield { place, reason: 'This name is reserved in JavaScript. Rename the schema.' };
  }
}

function* listOperationProblems(document: OpenApiDocument): Generator<Problem> {
  for (const { operationId, method, path } of listOperations(document)) {
    if (!reservedOperationIds.has(operationId)) continue;
    const reason = `The operationId ${operationId} is the name of another member of the client. Choose another one.`;
    yield { place: `${method.toUpperCase()} ${path}`, reason };
  }
}
