import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';

/** Any JSON value that is an object. */
export type JsonObject = { readonly [name: string]: unknown };

/** An OpenAPI 3.1 document, parsed. Its references are left as they stand: `resolve` follows them. */
export interface OpenApiDocument extends JsonObject {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: JsonObject;
  readonly components: JsonObject;
}

/** The document of the Giftoin API, the source of everything else. */
export const documentFile: string = fileURLToPath(new URL('../openapi.yaml', import.meta.url));

/** The document of the sandbox's control side. */
export const sandboxControlFile: string = fileURLToPath(new URL('../sandbox-control.yaml', import.meta.url));

/** A document that cannot be read or is not OpenAPI 3.1; the message names the file, what is wrong and what to do. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

/**
 * Reads an OpenAPI 3.1 document, YAML or JSON, in one file.
 *
 * @param file a path; the document of the Giftoin API where none is given
 * @throws {DocumentError} where the file cannot be read, is not YAML, or is not an OpenAPI 3.1 document whose
 * references all lead somewhere
 */
export async function readDocument(file: string = documentFile): Promise<OpenApiDocument> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DocumentError(`${file}: cannot be read (${code}). Give the path of an OpenAPI document.`);
  }
  const yaml = parseDocument(text);
  const [problem] = yaml.errors;
  if (problem) throw new DocumentError(`${file}: is not valid YAML. ${firstLine(problem.message)}`);
  let value: unknown;
  try {
    value = yaml.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    throw new DocumentError(`${file}: is not valid YAML. ${firstLine((error as Error).message)}`);
  }
  const fault = faultOf(value);
  if (fault) throw new DocumentError(`${file}: ${fault} Run \`redocly lint ${file}\` for all that is wrong.`);
  return value as OpenApiDocument;
}

/** What a JSON pointer reference of the document, such as `#/components/schemas/Card`, leads to. */
export function resolve(document: JsonObject, value: unknown): JsonObject {
  let target = value;
  for (let hops = 0; isObject(target) && typeof target.$ref === 'string'; hops += 1) {
    if (hops > 100) throw new DocumentError(`the reference ${target.$ref} leads back to itself.`);
    const reference: string = target.$ref;
    target = reference.startsWith('#/') ? follow(document, reference) : undefined;
    if (target === undefined) throw new DocumentError(`the reference ${reference} leads nowhere.`);
  }
  if (!isObject(target)) throw new DocumentError(`expected an object, got ${JSON.stringify(target)}.`);
  return target;
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function follow(document: JsonObject, reference: string): unknown {
  const names = reference.slice(2).split('/');
  return names.reduce<unknown>((value, name) => {
    const key = decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
    return isObject(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined;
  }, document);
}

function faultOf(value: unknown): string | undefined {
  if (!isObject(value)) return 'is not an OpenAPI document.';
  if (typeof value.openapi !== 'string' || !value.openapi.startsWith('3.1.')) {
    return `is not an OpenAPI 3.1 document: \`openapi\` is ${JSON.stringify(value.openapi) ?? 'missing'}.`;
  }
  for (const name of ['info', 'paths', 'components']) {
    if (!isObject(value[name])) return `has no object \`${name}\`.`;
  }
  const lost = lostReference(value, value);
  return lost && `the reference ${lost} leads nowhere.`;
}

/** The first reference in `value` that leads nowhere. Values of examples are data: what looks like one there is none. */
function lostReference(document: JsonObject, value: unknown): string | undefined {
  if (Array.isArray(value)) return first(value, (item) => lostReference(document, item));
  if (!isObject(value)) return undefined;
  if (typeof value.$ref === 'string' && (!value.$ref.startsWith('#/') || follow(document, value.$ref) === undefined)) {
    return value.$ref;
  }
  return first(Object.entries(value), ([name, item]) => (name === 'value' ? undefined : lostReference(document, item)));
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/:$/, '.') ?? message;
}
