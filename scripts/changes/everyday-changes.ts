import { isObject, type JsonObject } from '@giftoin/openapi';
import {
  type ContractDocument,
  findFirstOperation,
  findInstances,
  findReturnedSchema,
  type Path,
} from './contract-document.ts';

/** A change of the contract as its authors make it. It finds its place in the document, whatever the document contains. */
export interface EverydayChange {
  readonly name: string;
  /** The bump that the compatibility check requires. */
  readonly bump: 'patch' | 'minor' | 'major';
  /** Changes the document, its examples included. */
  readonly edit: (document: ContractDocument) => void;
}

const remark = { type: 'string', description: 'A remark on the program, for display.' };

export const everydayChanges: readonly EverydayChange[] = [
  {
    name: 'wording',
    bump: 'patch',
    edit(document) {
      const path = [...findFirstOperation(document), 'description'];
      document.write(path, `${String(document.read(path)).trim()} The operation changes nothing.\n`);
    },
  },
  {
    name: 'new example',
    bump: 'patch',
    edit(document) {
      const response = document.resolve([...findFirstOperation(document), 'responses', '200']);
      const examples = [...response, 'content', 'application/json', 'examples'];
      const [first = ''] = Object.keys(document.read(examples) as JsonObject);
      const copy = document.read(document.resolve([...examples, first])) as JsonObject;
      document.write(['components', 'examples', 'AddedExample'], { ...copy, summary: 'Another example' });
      document.write([...examples, 'addedExample'], { $ref: '#/components/examples/AddedExample' });
    },
  },
  {
    name: 'optional property',
    bump: 'minor',
    edit(document) {
      document.write([...findReturnedSchema(document), 'properties', 'remark'], remark);
    },
  },
  {
    name: 'known value',
    bump: 'minor',
    edit(document) {
      const [name, schema] = findSchema(
        document,
        ({ anyOf }) => Array.isArray(anyOf) && isObject(anyOf[0]) && 'enum' in anyOf[0],
      );
      const { enum: values } = (schema.anyOf as JsonObject[])[0] as { enum: string[] };
      document.write(['components', 'schemas', name, 'anyOf', 0, 'enum'], [...values, 'added_value']);
    },
  },
  {
    name: 'required property',
    bump: 'minor',
    edit(document) {
      const schema = findReturnedSchema(document);
      for (const instance of findInstances(document, schema)) document.write([...instance, 'remark'], 'A remark.');
      document.write([...schema, 'properties', 'remark'], remark);
      document.write([...schema, 'required'], [...(document.read([...schema, 'required']) as string[]), 'remark']);
    },
  },
  {
    name: 'new error status',
    bump: 'minor',
    edit(document) {
      const responses: Path = ['components', 'responses'];
      const added = structuredClone(document.read([...responses, 'NotFound'])) as JsonObject;
      document.write([...responses, 'Gone'], {
        ...added,
        description: 'The program no longer exists.',
        content: {
          'application/json': { ...toMediaType(added), examples: { gone: { $ref: '#/components/examples/Gone' } } },
        },
      });
      const example = document.read(['components', 'examples', 'NotFound']) as { value: { status: JsonObject } };
      const status = { ...example.value.status, errorCode: 410, errorMessage: 'The program no longer exists.' };
      document.write(['components', 'examples', 'Gone'], { summary: 'A deleted program', value: { status } });
      for (const [path, item] of Object.entries(document.json.paths)) {
        for (const method of Object.keys(item as JsonObject).filter((name) => name !== 'parameters')) {
          document.write(['paths', path, method, 'responses', '410'], { $ref: '#/components/responses/Gone' });
        }
      }
    },
  },
  {
    name: 'new response header',
    bump: 'minor',
    edit(document) {
      const response = document.resolve([...findFirstOperation(document), 'responses', '200']);
      document.write([...response, 'headers'], {
        'X-Request-Id': { description: 'The ID of the request.', schema: { type: 'string' }, example: 'a1b2c3' },
      });
    },
  },
  {
    name: 'tighter pattern',
    bump: 'major',
    edit(document) {
      const [name, schema] = findSchema(document, ({ pattern }) => /\{1,\d+\}\$$/.test(String(pattern)));
      const pattern = String(schema.pattern).replace(/\d+(?=\}\$$)/, (maximum) => String(Number(maximum) - 1));
      document.write(['components', 'schemas', name, 'pattern'], pattern);
    },
  },
  {
    name: 'renamed property',
    bump: 'major',
    edit(document) {
      const schema = findReturnedSchema(document);
      const { properties, required } = document.read(schema) as { properties: JsonObject; required: string[] };
      const isText = (name: string) => isObject(properties[name]) && properties[name].type === 'string';
      const from = Object.keys(properties).findLast((name) => isText(name) && required.includes(name));
      if (!from) throw new Error('The returned schema has no required property of the type string.');
      for (const instance of findInstances(document, schema)) document.rename(instance, from, `${from}Text`);
      document.rename([...schema, 'properties'], from, `${from}Text`);
      document.write(
        [...schema, 'required'],
        required.map((name) => (name === from ? `${from}Text` : name)),
      );
    },
  },
];

function findSchema(document: ContractDocument, isMatch: (schema: JsonObject) => boolean): [string, JsonObject] {
  const schemas = Object.entries(document.json.components.schemas as JsonObject);
  const found = schemas.find(([, schema]) => isObject(schema) && isMatch(schema));
  if (!found) throw new Error('The document has no schema that this change applies to.');
  return found as [string, JsonObject];
}

function toMediaType(response: JsonObject): JsonObject {
  return (response.content as JsonObject)['application/json'] as JsonObject;
}
