import { expect, test } from 'vitest';
import { createValueView } from '../../src/operations/create-value-view.ts';
import type { ValueView, VariantView } from '../../src/operations/value-view.ts';

const schemas = {
  Text: { type: 'string', description: 'A text.', 'x-source': 'ours' },
  Comment: {
    type: 'object',
    required: ['text'],
    properties: {
      text: { $ref: '#/components/schemas/Text' },
      replies: { type: 'array', items: { $ref: '#/components/schemas/Comment' } },
    },
  },
  Cat: { type: 'object', required: ['kind'], properties: { kind: { const: 'cat' }, lives: { type: 'integer' } } },
  Mood: { description: 'A mood. `calm`: it sleeps.', anyOf: [{ type: 'string', enum: ['calm'] }, { type: 'string' }] },
  Dog: { type: 'object', properties: { kind: { type: 'string' } } },
};
const view = (schema: unknown, isRequired = true, direction: 'request' | 'response' = 'response') =>
  createValueView(
    { document: { components: { schemas } }, direction, createAnchor: (path) => `p-${path}` },
    { name: 'value', prefix: '', schema, isRequired, source: undefined, open: [] },
  );

/** A view as lines, each with the path, the type, the presence and the constraints. */
function format(values: readonly ValueView[]): string[] {
  return values.flatMap(({ prefix, name, type, presence, constraints, children, variants }) => [
    [`${prefix}${name}`, type, presence, ...constraints].join(' | '),
    ...format(children),
    ...variants.flatMap(formatVariant),
  ]);
}
function formatVariant({ title, constraints, children }: VariantView): string[] {
  return [[`- ${title}`, ...constraints].join(' | '), ...format(children)];
}
const present = 'Always present, never null';
const optional = 'Can be absent, never null';

test('shows null and absence', () => {
  const nullable = { type: ['string', 'null'] };
  expect([view({ type: 'string' }), view(nullable)].map(({ presence }) => presence)).toEqual([
    present,
    'Always present, can be null',
  ]);
  expect(view({ anyOf: [{ $ref: '#/components/schemas/Text' }, { type: 'null' }] }, false).presence).toBe(
    'Can be absent or null',
  );
  expect(view(nullable, true, 'request').presence).toBe('Required, can be null');
  expect(view({}, false, 'request').presence).toBe('Optional');
});

test('shows a schema that contains itself once', () => {
  expect(format([view({ $ref: '#/components/schemas/Comment' })])).toEqual([
    `value | object (Comment) | ${present}`,
    `value.text | string | ${present}`,
    `value.replies | array of objects (Comment) | ${optional} | Each item: It has the properties of \`Comment\` again.`,
  ]);
});

test('shows the forms of a value, with the value of the discriminator', () => {
  const oneOf = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];
  const mapping = {
    cat: '#/components/schemas/Cat',
    puppy: '#/components/schemas/Dog',
    dog: '#/components/schemas/Dog',
  };
  expect(format([view({ oneOf, discriminator: { propertyName: 'kind', mapping } })])).toEqual([
    `value | object | ${present}`,
    '- If `kind` is `cat`: object (Cat)',
    `value.kind | string | ${present} | Always \`cat\`.`,
    `value.lives | integer | ${optional}`,
    '- If `kind` is `puppy` or `dog`: object (Dog)',
    `value.kind | string | ${optional}`,
  ]);
});

test('merges allOf, with the stricter of two bounds', () => {
  const allOf = [
    { $ref: '#/components/schemas/Cat' },
    { properties: { lives: { minimum: 1, maximum: 9 }, name: { type: 'string' } }, required: ['name'] },
    { properties: { lives: { minimum: 0 } } },
  ];
  expect(format([view({ allOf })])).toEqual([
    `value | object (Cat) | ${present}`,
    `value.kind | string | ${present} | Always \`cat\`.`,
    `value.lives | integer | ${optional} | From 1 to 9.`,
    `value.name | string | ${present}`,
  ]);
});

test('says that a condition is not shown', () => {
  const allOf = [{ type: 'string', pattern: '^a' }, { pattern: 'b$' }];
  expect(view({ allOf }).constraints).toContain('More conditions are in the document (`pattern`).');
});

test('shows maps, tuples and arrays of arrays', () => {
  const properties = {
    labels: { type: 'object', additionalProperties: { type: 'string', maxLength: 5 } },
    closed: { type: 'object', additionalProperties: false, patternProperties: { '^x-': { type: 'boolean' } } },
    point: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }], minItems: 1 },
    grid: { type: 'array', items: { type: 'array', items: { type: 'integer', minimum: 0 } }, maxItems: 1 },
  };
  expect(format(view({ type: 'object', properties }).children)).toEqual([
    `value.labels | object | ${optional}`,
    `value.labels.{name} | string | ${optional} | At most 5 characters.`,
    `value.closed | object | ${optional} | No other properties are allowed.`,
    `value.closed.{^x-} | boolean | ${optional}`,
    `value.point | array | ${optional} | At least 1 item.`,
    `value.point[0] | number | ${present}`,
    `value.point[1] | string | ${optional}`,
    `value.grid | array of arrays of integers | ${optional} | At most 1 item. | Each item: Each item: 0 or more.`,
  ]);
});

test('distinguishes an open set from a closed one', () => {
  const known = { type: 'string', enum: ['a', 'b'] };
  expect(view({ anyOf: [known, { type: 'string' }] }).constraints).toEqual([
    'Known values: `a`, `b`. Other values are possible: accept a value that you do not know.',
  ]);
  expect(view(known).constraints).toEqual(['One of `a`, `b`.']);
});

test('a source beside a reference is not the source of what is in the value', () => {
  const properties = { comment: { $ref: '#/components/schemas/Comment', 'x-source': 'docs' } };
  const [comment] = view({ type: 'object', properties }).children;
  expect([comment?.source, comment?.children.map(({ source }) => source)]).toEqual([
    'From the provider’s other pages',
    ['Defined here', 'From the provider’s reference'],
  ]);
});

test('the items of an array and the forms of a value have the source of their own schema', () => {
  const note = { type: 'object', properties: { text: { type: 'string' } }, 'x-source': 'ours' };
  const [list, one] = view({
    type: 'object',
    properties: { list: { type: 'array', items: note }, one: { oneOf: [note, { type: 'string' }] } },
  }).children;
  expect(list?.children.map(({ source }) => source)).toEqual(['Defined here']);
  expect(one?.variants[0]?.children.map(({ source }) => source)).toEqual(['Defined here']);
});

test('a description beside a reference does not hide what explains the known values', () => {
  const { description } = view({ $ref: '#/components/schemas/Mood', description: 'How the cat feels.' });
  expect(description).toBe('How the cat feels.\n\nA mood. `calm`: it sleeps.');
});
