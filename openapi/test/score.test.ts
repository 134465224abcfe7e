/** The agent readiness score of Redocly may only be reduced by what the contract demands. */
import { isObject, listOperations, readDocument } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { readKnownValues } from '../compatibility/open-sets.ts';
import { redocly } from './redocly.ts';

interface Score {
  readonly operationScores: Readonly<Record<string, { readonly subscores: Readonly<Record<string, number>> }>>;
  readonly hotspots: readonly { readonly operationId: string; readonly reasons: readonly string[] }[];
}

/** The parts of the score that are complete if the document is, and what to do if they are not. */
const advice = {
  documentationQuality: 'Describe the operation and every parameter and property of it.',
  exampleCoverage: 'Add an example to its successful response and to its request body.',
  errorClarity: 'Give every error response a schema.',
  identifierClarity: 'Name identifiers after what they identify, for example programId instead of id.',
};

/** The reasons that the contract demands: open sets, cards in programs in a list, and what an operation needs. */
const demanded = [
  /^Deep schema nesting /,
  /^Polymorphism \(anyOf\) without discriminator /,
  /^High (parameter|polymorphism) count /,
];

/** The operations whose success has no body, so that it cannot have an example. */
const withoutBody = listOperations(await readDocument())
  .filter(({ responses }) => !responses.some(({ status, schema }) => status >= 200 && status < 300 && schema))
  .map(({ operationId }) => operationId);

const score = (await redocly('score', 'giftoin', '--format=json')).json() as Score;

test.each(Object.entries(advice))('%s is complete', (name, sentence) => {
  const incomplete = Object.entries(score.operationScores)
    .filter(([operationId]) => name !== 'exampleCoverage' || !withoutBody.includes(operationId))
    .filter(([, { subscores }]) => subscores[name] !== 1)
    .map(([operationId, { subscores }]) => `${operationId}: ${name} is ${subscores[name]}. ${sentence}`);
  expect(incomplete).toEqual([]);
});

test('nothing reduces the score but what the contract demands', () => {
  const others = score.hotspots.flatMap(({ operationId, reasons }) =>
    reasons
      .filter((reason) => !demanded.some((pattern) => pattern.test(reason)))
      .filter((reason) => !(reason === 'Missing response examples' && withoutBody.includes(operationId)))
      .map(
        (reason) => `${operationId}: ${reason}. Mend the document, or add the reason to openapi/test/score.test.ts.`,
      ),
  );
  expect(others).toEqual([]);
});

test('every anyOf is an open set, or null beside one type', async () => {
  const { components, paths } = await readDocument();
  const others: string[] = [];
  visit({ components, paths }, '#');
  expect(others).toEqual([]);

  function visit(value: unknown, pointer: string): void {
    if (isObject(value) && value.anyOf !== undefined && !readKnownValues(value) && !isNullable(value.anyOf)) {
      others.push(`${pointer}: an anyOf of several types makes the schema hard to read. Use one type, or oneOf.`);
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [name, item] of Object.entries(value)) visit(item, `${pointer}/${name}`);
  }
});

/** Whether the alternatives are one schema and null. A reference can be nullable in no other way. */
function isNullable(alternatives: unknown): boolean {
  if (!Array.isArray(alternatives) || alternatives.length !== 2) return false;
  return alternatives.some((alternative) => isObject(alternative) && alternative.type === 'null');
}
