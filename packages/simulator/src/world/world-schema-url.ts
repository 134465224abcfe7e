/** The `$id` of the JSON Schema of a world: its URL after `@giftoin/sandbox` is published. */
export const worldSchemaUrl = 'https://unpkg.com/@giftoin/sandbox/world.schema.json';
