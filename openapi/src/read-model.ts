import { checkSchemas } from './check-schemas.ts';
import { type OpenApiDocument, toObject } from './document.ts';
import { createUnsupportedError, type Problem } from './document-error.ts';
import { methods } from './methods.ts';
import type { Operation, Webhook } from './model.ts';
import { createPlaceReader, type Reports } from './place-reader.ts';
import { readOperation } from './read-operation.ts';
import { readWebhooks } from './read-webhooks.ts';

/** What a document says, as far as it is supported. */
interface Model {
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Webhook[];
  /** What is not supported, with its place and the reason. */
  readonly problems: readonly Problem[];
  /** What is read but not used, with its place and the reason. */
  readonly notes: readonly Problem[];
}

/**
 * Returns the operations of a document, in document order.
 *
 * @throws {DocumentError} if the document contains something that is not supported. The message lists all of it.
 */
export function listOperations(document: OpenApiDocument): Operation[] {
  return [...readSupported(document).operations];
}

/**
 * Returns the webhooks of a document, in document order.
 *
 * @throws {DocumentError} if the document contains something that is not supported. The message lists all of it.
 */
export function listWebhooks(document: OpenApiDocument): Webhook[] {
  return [...readSupported(document).webhooks];
}

/**
 * Checks that everything that a document contains is supported.
 *
 * @throws {DocumentError} if it is not. The message lists every place with the reason.
 */
export function checkSupported(document: OpenApiDocument): void {
  readSupported(document);
}

/** Returns what a document contains but nothing is built from, for example callbacks, with its place and the reason. */
export function listNotes(document: OpenApiDocument): Problem[] {
  return [...readModel(document).notes];
}

function readSupported(document: OpenApiDocument): Model {
  const model = readModel(document);
  if (model.problems.length > 0) throw createUnsupportedError(model.problems);
  return model;
}

const models = new WeakMap<OpenApiDocument, Model>();

function readModel(document: OpenApiDocument): Model {
  const known = models.get(document);
  if (known) return known;
  const reports: Reports = { problems: [], notes: [] };
  const operations = readOperations(document, reports);
  const webhooks = readWebhooks(document, reports);
  checkSchemas(document, reports);
  const model = {
    operations,
    webhooks,
    problems: removeDuplicates(reports.problems),
    notes: removeDuplicates(reports.notes),
  };
  models.set(document, model);
  return model;
}

function readOperations(document: OpenApiDocument, reports: Reports): Operation[] {
  const operations = Object.entries(document.paths).flatMap(([path, value]) => {
    if (path.startsWith('x-')) return [];
    const reader = createPlaceReader(document, reports, path);
    // The siblings of a reference belong to the path item too.
    const item = { ...reader.resolve(value), ...toObject(value) };
    if (/[?#]/.test(path)) reader.refuse('A path cannot contain a query or a fragment. Use query parameters.');
    if (item.servers !== undefined) {
      reader.refuse('A path with `servers` is not supported. Use the servers of the document.');
    }
    return methods.flatMap((method) => {
      if (!item[method]) return [];
      const place = createPlaceReader(document, reports, `${method.toUpperCase()} ${path}`);
      return [readOperation(place, path, method, item)];
    });
  });
  checkUnique(document, reports, operations);
  return operations;
}

/** Refuses two operations with the same operationId, and two paths that match the same URLs. */
function checkUnique(document: OpenApiDocument, reports: Reports, operations: readonly Operation[]): void {
  const ids = new Map<string, Operation>();
  const paths = new Map<string, string>();
  for (const operation of operations) {
    const { operationId, method, path } = operation;
    const reader = createPlaceReader(document, reports, `${method.toUpperCase()} ${path}`);
    const other = ids.get(operationId);
    if (other && operationId !== 'undefined') {
      const place = `${other.method.toUpperCase()} ${other.path}`;
      reader.refuse(`The operationId ${operationId} belongs to ${place} too. Choose another one.`);
    }
    ids.set(operationId, operation);
    const pattern = path.replaceAll(/\{[^{}]*\}/g, '{}');
    const same = paths.get(pattern) ?? path;
    if (same !== path) reader.refuse(`This path and ${same} match the same URLs. Use the same parameter names.`);
    paths.set(pattern, same);
  }
}

/** A component with a problem is read once for each of its uses. */
function removeDuplicates(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.place} ${problem.reason}`, problem])).values()];
}
