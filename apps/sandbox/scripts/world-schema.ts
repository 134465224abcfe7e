import type { JsonObject, OpenApiDocument } from '@giftoin/openapi';
import { worldSchemaUrl } from '../src/world/world-schema.ts';

/** The schema of a world and of all that it refers to, as a JSON Schema that stands alone. */
export function worldSchemaOf({ components }: OpenApiDocument): JsonObject {
  const schemas = components.schemas as Readonly<Record<string, JsonObject>>;
  const texts = new Map<string, string>();
  const names = new Set(['World']);
  // A set goes on with what is added to it on the way.
  for (const name of names) {
    const text = JSON.stringify(schemas[name]);
    for (const [, found = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) names.add(found);
    texts.set(name, text.replaceAll('"#/components/schemas/', '"#/$defs/'));
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: worldSchemaUrl,
    $comment: 'Machine-written from sandbox-control.yaml. Do not edit: change the document and run `pnpm generate`.',
    title: 'A world of the Giftoin sandbox',
    $ref: '#/$defs/World',
    $defs: Object.fromEntries([...texts].map(([name, text]) => [name, JSON.parse(text)])),
  };
}
