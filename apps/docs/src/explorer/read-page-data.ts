import {
  isObject,
  listOperations,
  type OpenApiDocument,
  readDocument,
  resolveReference,
  sandboxControlFile,
} from '@giftoin/openapi';
import type { Choice, PageData } from './page-data.ts';

/** Reads what the explorer shows from the document of the API and from the one of the control API. */
export async function readPageData(documentFile: string): Promise<PageData> {
  const document = await readDocument(documentFile);
  const control = await readDocument(sandboxControlFile);
  // The explorer has fields for path parameters only.
  const operations = listOperations(document).filter(
    ({ requestBody, parameters }) => !requestBody && parameters.every((parameter) => parameter.in === 'path'),
  );
  const parameters = operations.flatMap((operation) => operation.parameters);
  return {
    operations: operations.map((operation) => ({
      operationId: operation.operationId,
      summary: readSummary(document, operation.path, operation.method),
      parameters: operation.parameters.map(({ name }) => name),
    })),
    examples: Object.fromEntries(parameters.map(({ name, schema }) => [name, readExamples(document, schema)])),
    scenarios: readScenarios(control),
    keys: readKeys(control),
    faultStatuses: readEnum(readSchema(control, 'InjectedFault', 'status')).map(Number),
    site: '../',
  };
}

function readSummary(document: OpenApiDocument, path: string, method: string): string {
  const item = resolveReference(document, document.paths[path]);
  return String(resolveReference(document, item[method.toLowerCase()]).summary);
}

function readExamples(document: OpenApiDocument, schema: unknown): readonly string[] {
  const { examples = [] } = resolveReference(document, schema) as { examples?: readonly unknown[] };
  return examples.map(String);
}

/** The schema of a component, or of one of its properties. */
function readSchema(document: OpenApiDocument, name: string, property?: string): Readonly<Record<string, unknown>> {
  const schema = resolveReference(document, { $ref: `#/components/schemas/${name}` });
  if (property === undefined) return schema;
  return resolveReference(document, (schema.properties as Record<string, unknown>)[property]);
}

function readEnum(schema: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.isArray(schema.enum) ? schema.enum : [];
}

/** The names are the enum. Its description contains a sentence for each: "`name`: description." */
function readScenarios(control: OpenApiDocument): readonly Choice[] {
  const schema = readSchema(control, 'Scenario');
  const text = String(schema.description).replaceAll(/\s+/g, ' ');
  return readEnum(schema).map((value) => {
    const name = String(value);
    const [, description = ''] = new RegExp(`\`${name}\`: ([^.]+\\.)`).exec(text) ?? [];
    return { name, description: description && `The user ${description}`.replace('The user the ', 'The ') };
  });
}

function readKeys(control: OpenApiDocument): readonly Choice[] {
  const { properties } = readSchema(control, 'InitialApiKeys');
  return Object.entries(isObject(properties) ? properties : {}).map(([name, property]) => ({
    name,
    description: String(resolveReference(control, property).description),
  }));
}
