/**
 * The client exports the types of all schemas beside its own names. A schema with the name of an export of the client would
 * not be exported, so its type gets another name. This requires a list of the exports of the client.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { reservedTypeNames } from '@giftoin/types/generate';
import { expect, test } from 'vitest';

test.each(['@giftoin/client', '@giftoin/types'])('the names that %s exports are reserved', async (name) => {
  const source = await readFile(fileURLToPath(import.meta.resolve(name)), 'utf8');
  const lists = [...source.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = '']) => list.split(','));
  const declared = [...source.matchAll(/export (?:type|interface|class) (\w+)/g)].map(([, declared = '']) => declared);
  const types = [...lists.map((item) => item.replace(/\btype\b/, '').trim()), ...declared].filter((name) =>
    /^[A-Z]/.test(name),
  );
  const missing = types.filter((type) => !reservedTypeNames.has(type));
  expect(missing, 'Add these names to packages/types/scripts/reserved-names.ts.').toEqual([]);
});
