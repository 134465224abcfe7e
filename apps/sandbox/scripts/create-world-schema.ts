import type { JsonObject, OpenApiDocument } from '@giftoin/openapi';
import { worldSchemaUrl } from '@giftoin/simulator/sandbox';

/** Creates a JSON Schema of its own from the schema of a world and all schemas that it references. */
export function createWorldSchema({ components }: OpenApiDocument): JsonObject {
  const schemas = components.schemas as Readonly<Record<string, JsonObject>>;
  const texts = new Map<string, string>();
  const names = new Set(['World']);
  // The loop also visits the names that are added during the iteration.
  for (const name of names) {
    const text = JSON.stringify(schemas[name]);
    for (const [, referenced = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) names.add(referenced);
    texts.set(name, text.replaceAll('"#/components/schemas/', '"#/$defs/'));
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: worldSchemaUrl,
    $comment: 'Generated from sandbox-control.yaml. Do not edit: change the document and run `pnpm generate`.',
    title: 'A world of the Giftoin sandbox',
    $ref: '#/$defs/World',
    $defs: Object.fromEntries([...texts].map(([name, text]) => [name, JSON.parse(text)])),
  };
}
