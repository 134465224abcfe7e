import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { isObject, type OpenApiDocument } from './document.ts';
import { DocumentError } from './document-error.ts';
import { normalizeDocument } from './normalize-document.ts';

/** The path of the document of the Giftoin API. */
export const documentFile: string = fileURLToPath(new URL('../openapi.yaml', import.meta.url));

/** The path of the document of the sandbox's control API. */
export const sandboxControlFile: string = fileURLToPath(new URL('../sandbox-control.yaml', import.meta.url));

/**
 * Reads an OpenAPI 3.1 document from one YAML or JSON file.
 *
 * @param file the path of the document. Default: the document of the Giftoin API.
 * @throws {DocumentError} if the file cannot be read, is not valid YAML, is not an OpenAPI 3.1 document, or contains a
 *   reference that cannot be resolved
 */
export async function readDocument(file: string = documentFile): Promise<OpenApiDocument> {
  const value = parseYaml(file, await readText(file));
  try {
    return normalizeDocument(toDocument(value));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new DocumentError(`${file}: ${error.message} Run \`redocly lint ${file}\` to list all errors.`);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DocumentError(`${file}: cannot be read (${code}). Give the path of an OpenAPI document.`);
  }
}

function parseYaml(file: string, text: string): unknown {
  try {
    const yaml = parseDocument(text);
    const [error] = yaml.errors;
    if (error) throw error;
    return yaml.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n', 1);
    throw new DocumentError(`${file}: is not valid YAML. ${line.replace(/:$/, '.')}`);
  }
}

function toDocument(value: unknown): OpenApiDocument {
  if (!isObject(value)) throw new DocumentError('is not an OpenAPI document.');
  if (typeof value.openapi !== 'string' || !/^3\.1(\.|$)/.test(value.openapi)) {
    const version = JSON.stringify(value.openapi ?? value.swagger) ?? 'missing';
    const keyword = value.openapi === undefined && value.swagger !== undefined ? 'swagger' : 'openapi';
    throw new DocumentError(`is not an OpenAPI 3.1 document: \`${keyword}\` is ${version}.`);
  }
  if (!isObject(value.info)) throw new DocumentError('has no object `info`.');
  const { paths = {}, components = {}, webhooks = {}, servers = [] } = value;
  for (const [name, part] of Object.entries({ paths, components, webhooks })) {
    if (!isObject(part)) throw new DocumentError(`has no object \`${name}\`.`);
  }
  if (!Array.isArray(servers)) throw new DocumentError('has no array `servers`.');
  // A document can describe webhooks alone, or components that other documents use.
  if (value.paths === undefined && value.webhooks === undefined && value.components === undefined) {
    throw new DocumentError('has no object `paths`.');
  }
  return { ...value, servers, paths, components } as unknown as OpenApiDocument;
}
