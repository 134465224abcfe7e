import type { JsonObject } from '@giftoin/openapi';
import { findFirstOperation } from './contract-document.ts';
import type { EverydayChange } from './everyday-change.ts';

/** Changes of what only readers see. */
export const textChanges: readonly EverydayChange[] = [
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
      const component = document.findUnusedName(['components', 'examples'], 'AddedExample');
      document.write(['components', 'examples', component], { ...copy, summary: 'Another example' });
      const name = document.findUnusedName(examples, 'addedExample');
      document.write([...examples, name], { $ref: `#/components/examples/${component}` });
    },
  },
];
