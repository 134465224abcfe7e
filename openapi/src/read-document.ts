import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { isObject, type OpenApiDocument } from './document.ts';
import { DocumentError } from './document-error.ts';
import { findUnresolvedReference } from './resolve-reference.ts';

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
  const problem = findProblem(value);
  if (problem) throw new DocumentError(`${file}: ${problem} Run \`redocly lint ${file}\` to list all errors.`);
  return value as OpenApiDocument;
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

function findProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'is not an OpenAPI document.';
  if (typeof value.openapi !== 'string' || !value.openapi.startsWith('3.1.')) {
    return `is not an OpenAPI 3.1 document: \`openapi\` is ${JSON.stringify(value.openapi) ?? 'missing'}.`;
  }
  for (const name of ['info', 'paths', 'components']) {
    if (!isObject(value[name])) return `has no object \`${name}\`.`;
  }
  const reference = findUnresolvedReference(value, value);
  return reference && `the reference ${reference} cannot be resolved.`;
}
