/** The JSON Schema of a world: where it lies in this package. */
export const worldSchemaFile = new URL('../../world.schema.json', import.meta.url);

/** Its `$id`, under which it can be had once the package is published. */
export const worldSchemaUrl = 'https://unpkg.com/@giftoin/sandbox/world.schema.json';
