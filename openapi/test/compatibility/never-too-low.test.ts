/** A random change of a document is never rated lower than it is. */
import { createSchemaValidator, type JsonObject, readDocument } from '@giftoin/openapi';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRatings, type Rating } from '../../compatibility/change.ts';
import { checkCompatibility } from '../../compatibility/check-compatibility.ts';
import { at, copyCardDocument, type Editable } from './card-document.ts';
import { listPlaces, randomEdits } from './random-edits.ts';

const released = await readDocument();
const random = fc.nat({ max: 1_000_000 });

test.each([
  ['the document of the API', released],
  ['the document of cards', copyCardDocument()],
])('%s: every edit has at least the rating that it has alone', async (_, base) => {
  const edits = fc.array(fc.tuple(fc.constantFrom(...randomEdits), random), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(edits, async (chosen) => {
      const revision = structuredClone(base) as Editable;
      const expected: Rating[] = [];
      const log: string[] = [];
      for (const [{ title, rating, isPlace, change }, number] of chosen) {
        const places = listPlaces(revision).filter(isPlace);
        const place = places[number % places.length];
        if (!place) continue;
        change(place, number);
        expected.push(rating);
        log.push(`${title}: ${place.pointer}`);
      }
      const [highest] = expected.sort(compareRatings).reverse();
      const { required } = await checkCompatibility(base, revision);
      if (highest) expect(compareRatings(required ?? 'patch', highest), log.join('; ')).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 6, seed: 1 },
  );
});

test('a new known value does not hide that a property refers to another schema', async () => {
  const revision = copyCardDocument();
  at(revision, '/components/schemas/Rarity/anyOf/0/enum').unshift('epic');
  at(revision, '/components/schemas/Card/properties').rarity.$ref = '#/components/schemas/Card';
  expect((await checkCompatibility(copyCardDocument(), revision)).required).toBe('major');
});

const name = fc.constantFrom('name', 'side', 'color', 'label');
const keyword: fc.Arbitrary<readonly [string, unknown]> = fc.oneof(
  fc.tuple(fc.constantFrom('minLength', 'maxLength', 'minimum', 'maximum', 'minProperties'), fc.nat({ max: 6 })),
  fc.tuple(fc.constant('pattern'), fc.constantFrom('^[a-z]+$', '^r', '.')),
  fc.tuple(fc.constant('type'), fc.constantFrom('string', 'integer', 'object', ['string', 'null'])),
  fc.tuple(fc.constant('enum'), fc.subarray(['red', 'front', 'none', 'back'], { minLength: 1 })),
  fc.tuple(fc.constant('const'), fc.constantFrom('red', 'front')),
  fc.tuple(fc.constant('required'), fc.subarray(['name', 'side', 'color'])),
  fc.tuple(fc.constant('additionalProperties'), fc.boolean()),
  fc.tuple(
    fc.constantFrom('not', 'if', 'then', 'else'),
    fc.constantFrom({ const: 'red' }, { pattern: '^f' }, { type: 'object' }),
  ),
  fc.tuple(
    fc.constantFrom('allOf', 'anyOf', 'oneOf'),
    fc.constantFrom([{ minLength: 3 }], [{ type: 'string' }, { type: 'object' }]),
  ),
  fc.tuple(fc.constant('dependentRequired'), fc.constant({ color: ['side'] })),
);
const place = fc.oneof(
  fc.constant(''),
  name.map((property) => `/properties/${property}`),
);
const value = fc.constantFrom('red', 'front', 'back', 'none', 'x', 'radish', 3, null);
const sample = fc.dictionary(name, value);
const samples = fc.sample(sample, { numRuns: 150, seed: 1 });

test.each([
  ['sends', 'put/requestBody'],
  ['receives', 'get/responses/200'],
] as const)(
  'a change is breaking if the validity of a value that a client %s changes for the worse',
  async (verb, pointer) => {
    const toDocument = (schema: JsonObject) => {
      const document = copyCardDocument();
      document.components.schemas.CardInput = schema;
      at(document, `/paths/~1cards~1{cardId}/${pointer}`).content['application/json'] = {
        schema: { $ref: '#/components/schemas/CardInput' },
      };
      if (verb === 'receives') at(document, '/paths/~1cards~1{cardId}').put.requestBody = undefined;
      return JSON.parse(JSON.stringify(document));
    };
    const edits = fc.array(fc.tuple(place, keyword, fc.boolean()), { minLength: 1, maxLength: 3 });
    const apply = (schema: Editable, changes: [string, readonly [string, unknown], boolean][]) => {
      for (const [at_, [key, data], isRemoved] of changes) {
        const target = at(schema, at_);
        if (isRemoved) delete target[key];
        else target[key] = structuredClone(data);
      }
      return schema;
    };
    await fc.assert(
      fc.asyncProperty(edits, edits, async (first, second) => {
        const before = apply(copyCardDocument().components.schemas.CardInput, first);
        const after = apply(structuredClone(before), second);
        const validate = createSchemaValidator();
        const broken = samples.find((candidate) => {
          const [was, is] = [before, after].map((schema) => validate(schema, candidate).length === 0);
          return verb === 'sends' ? was && !is : is && !was;
        });
        if (broken === undefined) return;
        const { required } = await checkCompatibility(toDocument(before), toDocument(after));
        expect(required, `${JSON.stringify({ before, after, broken })}`).toBe('major');
      }),
      { numRuns: 25 },
    );
  },
);
