import { responseExamples } from '@giftoin/types/examples';
import { responseSchemas, schemas } from '@giftoin/types/response-schemas';

/** Any text is well-formed for them, but not every text has a meaning. */
const openSets = ['status', 'environment'];

/** The names of the properties of a program that can be any text, as the document has them. */
export const textProperties: readonly string[] = listTexts();

function listTexts(): string[] {
  const schema = responseSchemas.getCollectionChallengeProgress;
  const { properties = {} } = (typeof schema === 'string' ? schemas[schema] : schema) ?? {};
  return Object.keys(responseExamples.getCollectionChallengeProgress.inProgress).filter(
    (name) => properties[name] === 'string' && !openSets.includes(name),
  );
}
