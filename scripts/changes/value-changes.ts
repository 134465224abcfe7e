import { isObject, type JsonObject } from '@giftoin/openapi';
import type { ContractDocument } from './contract-document.ts';
import type { EverydayChange } from './everyday-change.ts';

/** Changes of the values that a schema accepts. */
export const valueChanges: readonly EverydayChange[] = [
  {
    name: 'known value',
    bump: 'minor',
    edit(document) {
      const [name, schema] = findSchema(
        document,
        ({ anyOf }) => Array.isArray(anyOf) && isObject(anyOf[0]) && 'enum' in anyOf[0],
      );
      const { enum: values } = (schema.anyOf as JsonObject[])[0] as { enum: string[] };
      const path = ['components', 'schemas', name, 'anyOf', 0, 'enum'];
      document.write(path, [...values, `added_value_${values.length}`]);
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
];

function findSchema(document: ContractDocument, isMatch: (schema: JsonObject) => boolean): [string, JsonObject] {
  const schemas = Object.entries(document.json.components.schemas as JsonObject);
  const found = schemas.find(([, schema]) => isObject(schema) && isMatch(schema));
  if (!found) throw new Error('The document has no schema that this change applies to.');
  return found as [string, JsonObject];
}
