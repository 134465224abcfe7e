/** The file with the JSON Schema of a world. It is published with this package. */
export const worldSchemaFile = new URL('../world.schema.json', import.meta.url);
