import { isObject, type JsonObject } from '@giftoin/openapi';
import { findInstances, findReturnedSchema } from './contract-document.ts';
import type { EverydayChange } from './everyday-change.ts';

const remark = { type: 'string', description: 'A remark on the program, for display.' };

/** Changes of the properties of a response. */
export const propertyChanges: readonly EverydayChange[] = [
  {
    name: 'optional property',
    bump: 'minor',
    edit(document) {
      const properties = [...findReturnedSchema(document), 'properties'];
      document.write([...properties, document.findUnusedName(properties, 'remark')], remark);
    },
  },
  {
    name: 'required property',
    bump: 'minor',
    edit(document) {
      const schema = findReturnedSchema(document);
      const name = document.findUnusedName([...schema, 'properties'], 'remark');
      for (const instance of findInstances(document, schema)) document.write([...instance, name], 'A remark.');
      document.write([...schema, 'properties', name], remark);
      document.write([...schema, 'required'], [...(document.read([...schema, 'required']) as string[]), name]);
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
