import { responseSchemas, schemas } from '@giftoin/types/response-schemas';

/** The names of the properties of a program that can be any text, as the document has them. */
export const textProperties: readonly string[] = Object.entries(readProperties()).flatMap(([name, schema]) =>
  schema === 'string' ? [name] : [],
);

function readProperties() {
  const schema = responseSchemas.getCollectionChallengeProgress;
  const { properties = {} } = (typeof schema === 'string' ? schemas[schema] : schema) ?? {};
  return properties;
}
