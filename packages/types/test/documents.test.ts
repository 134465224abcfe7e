import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createExample, createSchemaValidator, isSuccess, listOperations, readDocument } from '@giftoin/openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateFiles } from '../scripts/generate-files.ts';
import { createPackages, type GeneratedPackage, typeCheck } from '../scripts/type-check.ts';
import type { SchemaOrName, SchemaSet } from '../src/compact-schema.ts';
import { createCompactValidators } from '../src/compact-validator.ts';

/**
 * Each document in this folder has a kind of content that a generator can fail at. It contains TypeScript that must compile
 * with its types (`x-types`), and values that are valid or invalid, with the message (`x-values`).
 */
const folder = fileURLToPath(new URL('./documents/', import.meta.url));
const names = (await readdir(folder)).map((file) => file.replace('.yaml', ''));
const files = names.map((name) => join(folder, `${name}.yaml`));

interface Values {
  readonly response?: string;
  readonly request?: string;
  readonly webhook?: string;
  /** The operationId and the name of the parameter. */
  readonly parameter?: string;
  readonly valid: readonly unknown[];
  readonly invalid?: readonly (readonly [value: unknown, message: string])[];
}
interface Schemas extends SchemaSet {
  readonly responseSchemas: Readonly<Record<string, SchemaOrName>>;
  readonly requestSchemas: Readonly<Record<string, SchemaOrName>>;
  readonly webhookSchemas: Readonly<Record<string, SchemaOrName>>;
  readonly parameterSchemas: Readonly<Record<string, Readonly<Record<string, SchemaOrName>>>>;
}

const documents = await Promise.all(files.map((file) => readDocument(file)));
const imports = `import { endpoints, productionOrigin, type OperationBody, type OperationError, type OperationId } from './index.ts';
import type { Endpoint, OperationInput, OperationParameters, OperationResponse } from './index.ts';
import { parseWebhook, type WebhookName } from './webhooks.ts';
`;
const packages: GeneratedPackage[] = [];
let copies = '';
beforeAll(async () => {
  for (const [index, name] of names.entries()) {
    const files_ = await generateFiles(files[index]);
    const schemas = [...files_['names.ts'].matchAll(/export (type|const|function) (\w+)/g)].map(([, kind, name]) =>
      kind === 'type' ? `type ${name}` : `${name}`,
    );
    const own = schemas.filter((name) => name !== 'endpoints' && name !== 'productionOrigin');
    const code = `${imports}import { ${own.join(', ')} } from './index.ts';\n${documents[index]?.['x-types'] ?? ''}`;
    packages.push({ name, files: files_, others: { 'test.ts': code } });
  }
  copies = await createPackages(packages);
}, 60_000);
afterAll(() => rm(copies, { recursive: true }));

test('the generated files and the code in the documents compile', async () => {
  const errors = await typeCheck(packages);
  expect([...errors.values()].flat()).toEqual([]);
}, 120_000);

describe.each(names)('%s', (name) => {
  const document = documents[names.indexOf(name)];
  if (!document) throw new Error(`${name} was not read.`);
  const read = (file: string): Promise<Schemas> =>
    import(/* @vite-ignore */ pathToFileURL(join(copies, name, 'generated', file)).href);
  const values = (document['x-values'] ?? []) as readonly Values[];
  const titled = values.map((values): [string, Values] => {
    const { valid: _, invalid: __, ...place } = values;
    return [Object.entries(place).flat().join(' '), values];
  });

  test.each(titled)('validates the %s', async (_, values) => {
    const validate = createCompactValidators(await read(findFile(values)))(await findSchema(values));
    for (const value of values.valid) expect([value, validate(value)]).toEqual([value, undefined]);
    const messages = (values.invalid ?? []).map(([value]) => {
      const { path = '', message } = validate(value) ?? {};
      return path ? `${path}: ${message}` : message;
    });
    expect(messages).toEqual((values.invalid ?? []).map(([, message]) => message));
  });

  test('accepts the examples that match the schemas of the document', async () => {
    const validate = createSchemaValidator(document);
    const set = await read('response-schemas.ts');
    for (const { operationId, responses } of listOperations(document)) {
      for (const { schema, examples } of responses.filter(isSuccess)) {
        if (schema === undefined) continue;
        const values = [...examples.values(), createExample(document, schema)].filter((value) => {
          return validate(schema, value).length === 0;
        });
        const compact = createCompactValidators(set)(set.responseSchemas[operationId] ?? 'never');
        for (const value of values) {
          expect([operationId, value, compact(value)]).toEqual([operationId, value, undefined]);
        }
      }
    }
  });

  function findFile({ response, webhook }: Values): string {
    if (response !== undefined) return 'response-schemas.ts';
    return webhook === undefined ? 'request-schemas.ts' : 'webhooks.ts';
  }

  async function findSchema(values: Values): Promise<SchemaOrName> {
    const set = await read(findFile(values));
    const { response, request, webhook, parameter = '' } = values;
    const [operationId = '', name = ''] = parameter.split(' ');
    const schema =
      response !== undefined
        ? set.responseSchemas[response]
        : request !== undefined
          ? set.requestSchemas[request]
          : webhook !== undefined
            ? set.webhookSchemas[webhook]
            : set.parameterSchemas[operationId]?.[name];
    if (schema === undefined) throw new Error(`There is no schema for ${JSON.stringify(values)}.`);
    return schema;
  }
});
