import { createPartsValidator, createSchemaValidator, readDocument, sandboxControlFile } from '@giftoin/openapi';
import { expect, test } from 'vitest';

const document = await readDocument(sandboxControlFile);
const validate = createSchemaValidator(document);
const validateInParts = createPartsValidator(document, validate);
const world = { $ref: '#/components/schemas/World' };

/** Runs all steps. Returns the violations and the number of steps. */
function runParts(schema: Record<string, unknown>, value: unknown) {
  const steps = validateInParts(schema, value);
  for (let count = 1; ; count += 1) {
    const { done, value: violations } = steps.next();
    if (done) return { violations, count };
  }
}

// Each of these took minutes, or all memory, when every violation was collected.
test.each<[string, Record<string, unknown>, unknown]>([
  ['an array of objects', world, { programs: Array(100_000).fill({}) }],
  ['an array of scalars', world, { programs: Array(2_000_000).fill(1) }],
  ['an object', { type: 'object', additionalProperties: world }, Object.fromEntries(Array(50_000).entries())],
  ['nested arrays', { items: { items: { items: world } } }, Array(300).fill(Array(300).fill([1, 2, 3]))],
  ['names', { propertyNames: { pattern: '^-' } }, Object.fromEntries(Array(50_000).entries())],
  ['alternatives', { items: { anyOf: [world, { items: world }] } }, Array(10_000).fill([[], []])],
])('returns the first 100 violations of %s', (_, schema, value) => {
  expect(validate(schema, value)).toHaveLength(100);
  expect(runParts(schema, value).violations).toHaveLength(100);
});

test('a value is valid however many alternatives it violates on the way', () => {
  const items = { type: 'array', items: { type: 'string' } };
  expect(validate({ anyOf: [items, { items: { type: 'integer' } }] }, Array(500).fill(1))).toEqual([]);
  expect(validate({ anyOf: [items, { items: { type: 'null' } }] }, Array(500).fill(1))).not.toEqual([]);
  expect(validate({ contains: { const: 7 } }, [...Array(500).fill(1), 7])).toEqual([]);
});

test('finds equal items among many, whatever the order of their properties', () => {
  const unique = { type: 'array', uniqueItems: true };
  const items = Array.from({ length: 100_000 }, (_, index) => ({ id: index, name: [String(index)] }));
  expect(validate(unique, items)).toEqual([]);
  expect(validate(unique, [...items, { name: ['7'], id: 7 }])).toEqual([
    {
      code: 'uniqueItems',
      path: '',
      values: { i: 100_000, j: 7 },
      message: 'must NOT have duplicate items (items ## 7 and 100000 are identical)',
    },
  ]);
  expect(validate({ ...unique, uniqueItems: false }, [1, 1])).toEqual([]);
  expect(validate(unique, [1, '1', null, 'null', [], {}, [1], '[1]'])).toEqual([]);
});

const program = {
  id: 'p',
  name: 'P',
  image: 'https://a.example/p.png',
  description: '',
  environment: 'production',
  createdTimestamp: 0,
  duration: { start: null, end: { date: 1, showAfter: true } },
  cards: [{ id: 'c', name: 'C', image: 'https://a.example/c.png', rarity: 'rare' }],
};

test.each<[string, unknown]>([
  ['valid', { programs: [program], users: [{ platform: 'a', platformUserId: '1', cards: { p: { c: 1 } } }] }],
  ['no object', 1],
  ['without programs', { users: [] }],
  ['with unknown properties', { programs: [{ ...program, own: 1 }], 'a b': 1 }],
  [
    'with violations at many places',
    {
      programs: [
        program,
        { ...program, id: '', cards: [{}, { ...program.cards[0], rarity: 7 }], duration: { start: 1 } },
      ],
      users: [{ platform: 'A', platformUserId: '..', cards: { p: { c: 0 }, 'a b': 1 }, claims: { p: 'x' } }],
      clock: { frozenAt: '' },
    },
  ],
])('validates a world that is %s in parts like at once', (_, value) => {
  const sort = (violations: ReturnType<typeof validate>) =>
    violations.map(({ path, message }) => `${path} ${message}`).sort();
  expect(sort(runParts(world, value).violations ?? [])).toEqual(sort(validate(world, value)));
});

test('validates in many short steps, also a schema that contains itself', () => {
  const users = Array.from({ length: 1_000 }, (_, index) => ({ platform: 'a', platformUserId: String(index) }));
  expect(runParts(world, { programs: [program], users })).toMatchObject({ violations: [] });
  expect(runParts(world, { programs: [program], users }).count).toBeGreaterThan(1_000);
  const tree = { $defs: {}, components: { schemas: { Node: { type: 'object', properties: { nodes: {} } } } } };
  Object.assign(tree.components.schemas.Node.properties, {
    nodes: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
  });
  const validateTree = createPartsValidator(tree, createSchemaValidator(tree));
  const steps = [...validateTree({ $ref: '#/components/schemas/Node' }, { nodes: [{ nodes: [{}, { nodes: 1 }] }] })];
  expect(steps.length).toBeGreaterThan(3);
});
