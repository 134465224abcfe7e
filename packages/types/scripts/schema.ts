import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  documentFile,
  isObject,
  type JsonObject,
  listOperations,
  type OpenApiDocument,
  readDocument,
  resolveReference,
} from '@giftoin/openapi';
import openapiTS, { astToString } from 'openapi-typescript';
import { examplesText } from './examples.ts';
import { openSetType, openSetValues } from './open-sets.ts';
import { createResponseSchemas } from './response-schemas.ts';
import { formatServerOperations } from './server-operations.ts';

const bannerOf = (file: string) => `/**
 * Machine-written from ${basename(file)}. Do not edit: change the document and run \`pnpm generate\`.
 */
`;

/** The text of the generated files, by their names in src/generated. */
export interface Generated {
  /** openapi-typescript's types, in the shape it gives them. */
  readonly 'schema.ts': string;
  /** The names of this project for them, and what a program needs to know at run time. */
  readonly 'names.ts': string;
  /** What the document says of every operation. */
  readonly 'operations.ts': string;
  /** What answers look like, for a program that checks them. */
  readonly 'response-schemas.ts': string;
  /** What a server has to know of the operations. */
  readonly 'server-operations.ts': string;
  /** The document's examples of answers and errors. */
  readonly 'examples.ts': string;
}

/**
 * The TypeScript of a document.
 *
 * @param file the document; that of the Giftoin API where none is given
 * @throws {DocumentError} where the document cannot be read
 */
export async function generate(file: string = documentFile): Promise<Generated> {
  const document = await readDocument(file);
  const types = await openapiTS(pathToFileURL(file), {
    alphabetize: false,
    immutable: true,
    // What has a default may be left out by whoever sends it.
    defaultNonNullable: false,
    transform: openSetType,
  });
  const banner = bannerOf(file);
  const imports = "import type { components } from './schema.ts';\n";
  return {
    'schema.ts': `${banner}\n${astToString(types)}`,
    'names.ts': [banner, imports, aliases(document), knownValues(document), endpoints(document)].join('\n'),
    'operations.ts': [banner, described(document)].join('\n'),
    'response-schemas.ts': [banner, answers(document)].join('\n'),
    'server-operations.ts': [banner, formatServerOperations(document)].join('\n'),
    'examples.ts': [banner, examplesText(document)].join('\n'),
  };
}

/**
 * The schemas under their own names. One that admits null is named without it: a `Reward` is a reward. Only those,
 * because NonNullable would collapse an open set to `string`.
 */
function aliases(document: OpenApiDocument): string {
  return schemasOf(document)
    .map(([name, { type, description }]) => {
      const schema = `components['schemas']['${name}']`;
      const named = type?.includes('null') ? `NonNullable<${schema}>` : schema;
      return `${docComment(description)}export type ${name} = ${named};\n`;
    })
    .join('');
}

function knownValues(document: OpenApiDocument): string {
  return schemasOf(document)
    .flatMap(([name, schema]) => {
      const values = openSetValues(schema);
      if (!values) return [];
      const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}Values`;
      return `/** The known values of the open set {@link ${name}}. */
export const ${constant} = ${literal(values)};
/** Whether a value is one of {@link ${constant}}: an open set may have others, now or later. */
export function isKnown${name}(value: unknown): value is (typeof ${constant})[number] {
  return (${constant} as readonly unknown[]).includes(value);
}
`;
    })
    .join('');
}

/** The operations with what the document says of them, for whoever maps over them: an editor shows it at every method. */
function described(document: OpenApiDocument): string {
  const members = listOperations(document).map(({ operationId, method, path, parameters }) => {
    const {
      summary,
      description = '',
      'x-source': source = 'page',
    } = resolveReference(document, resolveReference(document, document.paths[path])[method]);
    const example = Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
    const comment = [
      `${summary}.`,
      String(description).trim(),
      `Source: ${sources[String(source)]} (\`${method.toUpperCase()} ${path}\`).`,
      `@example\nconst answer = await giftoin.${operationId}(${JSON.stringify(example)});`,
    ];
    return `${docComment(comment.filter(Boolean).join('\n\n'))}  readonly ${operationId}: operations['${operationId}'];\n`;
  });
  return `import type { operations } from './schema.ts';

/** What the document says of every operation, by its operationId. */
export interface Operations {
${members.join('')}}
`;
}

const sources: Readonly<Record<string, string>> = {
  page: "the provider's page of these endpoints",
  docs: "the provider's other pages",
  ours: 'decided by the authors of the document',
};

function endpoints(document: OpenApiDocument): string {
  const operations = listOperations(document);
  const table = operations.map(({ operationId, method, path, parameters }) => {
    const places = parameters.map((parameter) => [parameter.name, parameter.in]);
    return [operationId, { method: method.toUpperCase(), path, parameters: Object.fromEntries(places) }];
  });
  const headers = [...new Set(operations.flatMap((operation) => operation.apiKeyHeaders))];
  const parameters = operations
    .flatMap((operation) => operation.parameters)
    .filter((parameter) => parameter.in === 'path');
  const patterns = parameters.map(({ name, schema }) => [name, patternOf(resolveReference(document, schema))]);
  return `/** The origin of the production API. */
export const productionOrigin = ${literal(document.servers[0]?.url)};
/** The headers that may carry the API key, in the order in which they count. */
export const apiKeyHeaders = ${literal(headers)};
/** The method, the path and the places of the parameters of every operation, by its operationId. */
export const endpoints = ${literal(Object.fromEntries(table))};
/** What the value of each path parameter matches whole, as the source of a regular expression. */
export const parameterPatterns = ${literal(Object.fromEntries(patterns))};
`;
}

function answers(document: OpenApiDocument): string {
  const { schemas, answers } = createResponseSchemas(document);
  return `import type { SchemaOrName, CompactSchema } from '../compact-schema.ts';\n\nexport type { SchemaOrName, CompactSchema };

/** The schemas that answers are made of, by name. */
export const schemas: Readonly<Record<string, CompactSchema>> = ${JSON.stringify(schemas, null, 2)};
/** The shape of what an operation answers with 200, by its operationId. */
export const responseSchemas: Readonly<Record<string, SchemaOrName>> = ${JSON.stringify(answers, null, 2)};
`;
}

/** The pattern of a parameter, the values that the schema excludes included. Without one, anything but nothing will do. */
function patternOf({ pattern, not }: JsonObject): string {
  const own = typeof pattern === 'string' ? pattern : '^.+$';
  const excluded = isObject(not) && Array.isArray(not.enum) ? not.enum.map(String) : [];
  if (excluded.length === 0) return own;
  const literals = excluded.map((value) => value.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return `^(?!(?:${literals.join('|')})$)${own.replace(/^\^/, '')}`;
}

type NamedSchema = { readonly type?: string | string[]; readonly description?: string };

function schemasOf(document: OpenApiDocument): [string, NamedSchema][] {
  return Object.entries((document.components.schemas ?? {}) as Record<string, NamedSchema>);
}

function docComment(description = ''): string {
  return `/** ${description.trim().replaceAll('*/', '*\\/').replaceAll('\n', '\n * ')} */\n`;
}

function literal(value: unknown): string {
  return `${JSON.stringify(value, null, 2)} as const`;
}
