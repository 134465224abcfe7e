/** The file with the JSON Schema of a world. It is published with this package. */
export const worldSchemaFile = new URL('../../world.schema.json', import.meta.url);

/** The `$id` of the schema: its URL after this package is published. */
export const worldSchemaUrl = 'https://unpkg.com/@giftoin/sandbox/world.schema.json';
