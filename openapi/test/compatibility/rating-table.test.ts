import { expect, test } from 'vitest';
import type { Rating } from '../../compatibility/change.ts';
import { checkCompatibility } from '../../compatibility/check-compatibility.ts';
import { ratingTable } from '../../compatibility/rating-table.ts';
import { at, copyCardDocument, type Editable } from './card-document.ts';

const path = '/paths/~1cards~1{cardId}';
const schemas = '/components/schemas';
const response = `${path}/get/responses/200`;

/** Returns an edit that changes the object at a place. */
const edit = (pointer: string, change: (object: Editable) => void) => (document: Editable) => {
  change(at(document, pointer));
};
const rename = (pointer: string, from: string, to: string) =>
  edit(pointer, (object) => {
    const entries = Object.entries(object).map(([name, value]) => [name === from ? to : name, value]);
    for (const name of Object.keys(object)) delete object[name];
    Object.assign(object, Object.fromEntries(entries));
  });

/** The row that decides, its rating, what the edit does, and the edit. */
const examples: readonly (readonly [string, Rating, string, (document: Editable) => void])[] = [
  [
    'example',
    'patch',
    'changes an example that is an object',
    edit(`${response}/content/application~1json/examples/plain`, (o) => {
      o.value.name = 'Two';
    }),
  ],
  [
    'example',
    'patch',
    'adds an example',
    edit(`${response}/content/application~1json/examples`, (o) => {
      o.other = { value: { id: 'x' } };
    }),
  ],
  [
    'example',
    'patch',
    'removes an example',
    edit(`${response}/content/application~1json`, (o) => {
      delete o.examples;
    }),
  ],
  [
    'example',
    'patch',
    'changes the example of a schema',
    edit(`${schemas}/Card/properties/name`, (o) => {
      o.examples = ['Two'];
    }),
  ],
  [
    'example',
    'patch',
    'changes the example of a parameter',
    edit(`${path}/parameters/0`, (o) => {
      o.example = 'card_2';
    }),
  ],
  [
    'example',
    'patch',
    'changes an example that is not used',
    edit('/components/examples/Unused/value', (o) => {
      o.id = 'card_3';
    }),
  ],
  [
    'wording',
    'patch',
    'changes a description',
    edit(`${schemas}/Card`, (o) => {
      o.description = 'One card.';
    }),
  ],
  [
    'wording',
    'patch',
    'removes a description',
    edit(`${schemas}/Card/properties/rarity`, (o) => {
      delete o.description;
    }),
  ],
  [
    'wording',
    'patch',
    'changes the title of the API',
    edit('/info', (o) => {
      o.title = 'Card';
    }),
  ],
  [
    'publisher',
    'patch',
    'changes the contact',
    edit('/info/contact', (o) => {
      o.name = 'Us';
    }),
  ],
  [
    'publisher',
    'patch',
    'adds a tag',
    edit('/tags', (o) => {
      o.push({ name: 'Other' });
    }),
  ],
  [
    'publisher',
    'patch',
    'changes the tags of an operation',
    edit(`${path}/get`, (o) => {
      o.tags = ['Other'];
    }),
  ],
  [
    'source',
    'patch',
    'changes x-source',
    edit(`${schemas}/CardId`, (o) => {
      o['x-source'] = 'docs';
    }),
  ],
  [
    'returned-as-added',
    'minor',
    'adds x-returned-as',
    edit('/components/parameters/Limit', (o) => {
      o['x-returned-as'] = 'size';
    }),
  ],
  [
    'returned-as-removed',
    'major',
    'removes x-returned-as',
    edit(`${path}/parameters/0`, (o) => {
      delete o['x-returned-as'];
    }),
  ],
  [
    'returned-as-removed',
    'major',
    'changes x-returned-as',
    edit(`${path}/parameters/0`, (o) => {
      o['x-returned-as'] = 'name';
    }),
  ],
  [
    'behavior-added',
    'minor',
    'promises pages',
    edit(`${path}/get`, (o) => {
      o['x-pagination'] = { limit: 'limit', cursor: 'tag' };
    }),
  ],
  [
    'behavior-added',
    'minor',
    'promises that a request can be sent again',
    edit(`${path}/delete`, (o) => {
      o['x-retryable'] = true;
    }),
  ],
  [
    'openapi-version',
    'patch',
    'changes the version of the specification',
    (o) => {
      o.openapi = '3.1.1';
    },
  ],
  [
    'deprecated',
    'minor',
    'deprecates a property',
    edit(`${schemas}/Card/properties/side`, (o) => {
      o.deprecated = true;
    }),
  ],
  [
    'deprecated',
    'minor',
    'deprecates an operation',
    edit(`${path}/get`, (o) => {
      o.deprecated = true;
    }),
  ],
  [
    'deprecated',
    'minor',
    'deprecates a parameter',
    edit('/components/parameters/Limit', (o) => {
      o.deprecated = true;
    }),
  ],
  [
    'unit-stated',
    'patch',
    'states the unit of a number',
    edit(`${schemas}/Card/properties/size`, (o) => {
      o['x-unit'] = 'cards';
    }),
  ],
  [
    'unit',
    'major',
    'changes the unit of a number',
    edit('/components/parameters/Limit/schema', (o) => {
      o['x-unit'] = 'cards';
    }),
  ],
  [
    'precedence-stated',
    'patch',
    'states the precedence of an API key header',
    edit('/components/securitySchemes/second', (o) => {
      o['x-precedence'] = 2;
    }),
  ],
  [
    'precedence',
    'major',
    'changes the precedence of an API key header',
    edit('/components/securitySchemes/first', (o) => {
      o['x-precedence'] = 2;
    }),
  ],
  [
    'order',
    'patch',
    'reorders the API key headers',
    (o) => {
      o.security.reverse();
    },
  ],
  [
    'order-with-meaning',
    'major',
    'reorders the servers',
    (o) => {
      o.servers.reverse();
    },
  ],
  [
    'order',
    'patch',
    'reorders parameters',
    edit(`${path}/get/parameters`, (o) => {
      o.reverse();
    }),
  ],
  [
    'order',
    'patch',
    'reorders required properties',
    edit(`${schemas}/Card/required`, (o) => {
      o.reverse();
    }),
  ],
  [
    'order',
    'patch',
    'reorders a closed set',
    edit(`${schemas}/Card/properties/side/enum`, (o) => {
      o.reverse();
    }),
  ],
  [
    'known-value-added',
    'minor',
    'adds a known value',
    edit(`${schemas}/Rarity/anyOf/0/enum`, (o) => {
      o.push('epic');
    }),
  ],
  [
    'known-value-added',
    'minor',
    'adds many long known values',
    edit(`${schemas}/Rarity/anyOf/0/enum`, (o) => {
      o.push('extraordinarily_rare', 'legendary_and_unique', 'only_for_the_winner');
    }),
  ],
  [
    'known-value-removed',
    'minor',
    'removes a known value',
    edit(`${schemas}/Rarity/anyOf/0/enum`, (o) => {
      o.pop();
    }),
  ],
  [
    'known-value-removed',
    'minor',
    'renames a known value',
    edit(`${schemas}/Rarity/anyOf/0`, (o) => {
      o.enum = ['common', 'epic'];
    }),
  ],
  [
    'forbidden-value-compatible',
    'minor',
    'allows a value that clients send',
    edit(`${schemas}/CardInput/properties/label/not/enum`, (o) => {
      o.pop();
    }),
  ],
  [
    'forbidden-value-compatible',
    'minor',
    'forbids a value that clients receive',
    edit(`${schemas}/Error/properties/message/not/enum`, (o) => {
      o.push('none');
    }),
  ],
  [
    'negated',
    'major',
    'forbids a value that clients send',
    edit(`${schemas}/CardInput/properties/label/not/enum`, (o) => {
      o.push('x');
    }),
  ],
  [
    'negated',
    'major',
    'allows a value that clients receive',
    edit(`${schemas}/Error/properties/message/not`, (o) => {
      o.enum = [];
    }),
  ],
  [
    'negated',
    'major',
    'allows a value that clients send and receive',
    edit(`${schemas}/CardId/not/enum`, (o) => {
      o.pop();
    }),
  ],
  [
    'negated',
    'major',
    'forbids values',
    edit(`${schemas}/CardInput/properties/name`, (o) => {
      o.not = { pattern: '^ ' };
    }),
  ],
  [
    'redocly',
    'major',
    'removes a property that clients receive',
    edit(`${schemas}/Card/properties`, (o) => {
      delete o.side;
    }),
  ],
  [
    'redocly',
    'major',
    'renames a property that clients receive',
    rename(`${schemas}/Card/properties`, 'size', 'count'),
  ],
  [
    'redocly',
    'major',
    'adds a required property that clients send',
    edit(`${schemas}/CardInput/required`, (o) => {
      o.push('side');
    }),
  ],
  [
    'redocly',
    'major',
    'no longer requires a property that clients receive',
    edit(`${schemas}/Card/required`, (o) => {
      o.pop();
    }),
  ],
  [
    'redocly',
    'major',
    'adds a required parameter',
    edit(`${path}/get/parameters`, (o) => {
      o.push({ name: 'page', in: 'query', required: true, schema: { type: 'string' } });
    }),
  ],
  [
    'redocly',
    'major',
    'tightens the pattern of a parameter',
    edit(`${path}/get/parameters/1/schema`, (o) => {
      o.pattern = '^[a-z]{1,4}$';
    }),
  ],
  [
    'redocly',
    'major',
    'adds a value to a closed set that clients receive',
    edit(`${schemas}/Card/properties/side/enum`, (o) => {
      o.push('edge');
    }),
  ],
  [
    'redocly',
    'major',
    'closes an open set that clients receive and then opens another',
    edit(`${schemas}/Card/properties/side`, (o) => {
      delete o.enum;
      o.anyOf = [{ type: 'string', enum: ['front'] }, { type: 'string' }];
    }),
  ],
  [
    'redocly',
    'major',
    'removes a value from a closed set that clients send',
    edit(`${schemas}/CardInput/properties/side/enum`, (o) => {
      o.pop();
    }),
  ],
  [
    'redocly',
    'major',
    'removes a response header',
    edit(`${response}/headers`, (o) => {
      delete o.ETag;
    }),
  ],
  [
    'redocly',
    'major',
    'removes a response',
    edit(`${path}/get/responses`, (o) => {
      delete o['404'];
    }),
  ],
  [
    'redocly',
    'major',
    'renames an operation',
    edit(`${path}/get`, (o) => {
      o.operationId = 'readCard';
    }),
  ],
  [
    'redocly',
    'major',
    'removes a server',
    edit('/servers', (o) => {
      o.pop();
    }),
  ],
  [
    'response-added',
    'minor',
    'adds an error response',
    edit(`${path}/get/responses`, (o) => {
      o['410'] = { description: 'The card is gone.' };
    }),
  ],
  [
    'response-success-added',
    'major',
    'adds a success response',
    edit(`${path}/get/responses`, (o) => {
      o['202'] = { description: 'Wait.' };
    }),
  ],
  [
    'response-success-added',
    'major',
    'adds a response for every other status code',
    edit(`${path}/get/responses`, (o) => {
      o.default = { description: 'Other.' };
    }),
  ],
  [
    'response-header-added',
    'minor',
    'adds a response header',
    edit(`${response}/headers`, (o) => {
      o.Link = { schema: { type: 'string' } };
    }),
  ],
  [
    'response-header-added',
    'minor',
    'adds the first response header',
    edit(`${path}/get/responses/404`, (o) => {
      o.headers = { Link: { schema: { type: 'string' } } };
    }),
  ],
  [
    'response-header-promised',
    'minor',
    'requires a response header',
    edit(`${response}/headers/Age`, (o) => {
      o.required = true;
    }),
  ],
  [
    'response-header-optional',
    'major',
    'no longer requires a response header',
    edit(`${response}/headers/ETag`, (o) => {
      delete o.required;
    }),
  ],
  [
    'component-schema-added',
    'minor',
    'adds a schema',
    edit(schemas, (o) => {
      o.Set = { type: 'object' };
    }),
  ],
  [
    'component-schema-removed',
    'major',
    'renames a schema',
    (document) => {
      rename(schemas, 'Rarity', 'Rareness')(document);
      at(document, `${schemas}/Card/properties/rarity`).$ref = '#/components/schemas/Rareness';
    },
  ],
  [
    'component',
    'patch',
    'adds a parameter that is not used',
    edit('/components/parameters', (o) => {
      o.Page = { name: 'page', in: 'query', schema: { type: 'integer' } };
    }),
  ],
  [
    'component',
    'patch',
    'moves a parameter out of the components',
    (document) => {
      at(document, `${path}/get/parameters`)[0] = document.components.parameters.Limit;
      delete document.components.parameters;
    },
  ],
  [
    'operation-added',
    'minor',
    'adds an operation',
    edit(path, (o) => {
      o.patch = { ...o.delete, operationId: 'updateCard' };
    }),
  ],
  [
    'operation-added',
    'minor',
    'adds a path',
    edit('/paths', (o) => {
      o['/sets'] = { get: { ...o['/cards/{cardId}'].delete, operationId: 'listSets' } };
    }),
  ],
  [
    'path-template',
    'patch',
    'renames a path parameter in the template only',
    rename('/paths', '/cards/{cardId}', '/cards/{id}'),
  ],
  [
    'path-parameter-renamed',
    'major',
    'renames a path parameter',
    (document) => {
      document.paths['/cards/{cardId}'].parameters[0].name = 'id';
      rename('/paths', '/cards/{cardId}', '/cards/{id}')(document);
    },
  ],
  [
    'parameter-added',
    'minor',
    'adds an optional parameter',
    edit(`${path}/get/parameters`, (o) => {
      o.push({ name: 'page', in: 'query', schema: { type: 'string' } });
    }),
  ],
  [
    'parameter-added',
    'minor',
    'adds the first parameter',
    edit(`${path}/delete`, (o) => {
      o.parameters = [{ name: 'page', in: 'query', schema: { type: 'string' } }];
    }),
  ],
  [
    'parameter-optional',
    'minor',
    'no longer requires a request body',
    edit(`${path}/put/requestBody`, (o) => {
      delete o.required;
    }),
  ],
  [
    'server-added',
    'minor',
    'adds a server',
    edit('/servers', (o) => {
      o.push({ url: 'https://other.example.com' });
    }),
  ],
  [
    'authentication-relaxed',
    'minor',
    'accepts another API key header',
    (document) => {
      document.components.securitySchemes.third = { type: 'apiKey', in: 'header', name: 'api-key' };
      document.security.push({ third: [] });
    },
  ],
  [
    'authentication-relaxed',
    'minor',
    'no longer requires an API key',
    (document) => {
      delete document.security;
    },
  ],
  [
    'request-body-required',
    'major',
    'adds a required request body',
    edit(`${path}/delete`, (o) => {
      o.requestBody = { required: true, content: { 'application/json': { schema: {} } } };
    }),
  ],
  [
    'request-body-added',
    'minor',
    'adds an optional request body',
    edit(`${path}/delete`, (o) => {
      o.requestBody = { content: { 'application/json': { schema: {} } } };
    }),
  ],
  [
    'request-media-type-added',
    'minor',
    'accepts another media type',
    edit(`${path}/put/requestBody/content`, (o) => {
      o['text/csv'] = { schema: { type: 'string' } };
    }),
  ],
  [
    'response-media-type-added',
    'major',
    'sends another media type',
    edit(`${response}/content`, (o) => {
      o['text/csv'] = { schema: { type: 'string' } };
    }),
  ],
  [
    'property-added',
    'minor',
    'adds a property that clients receive',
    edit(`${schemas}/Card/properties`, (o) => {
      o.artist = { type: 'string' };
    }),
  ],
  [
    'property-added',
    'minor',
    'adds an optional property that clients send',
    edit(`${schemas}/CardInput/properties`, (o) => {
      o.artist = { type: 'string' };
    }),
  ],
  [
    'property-added',
    'minor',
    'adds a property to a variant',
    edit(`${schemas}/Coin/properties`, (o) => {
      o.currency = { type: 'string' };
    }),
  ],
  [
    'undecided',
    'major',
    'adds a property to a closed object that clients receive',
    edit(`${schemas}/Error/properties`, (o) => {
      o.code = { type: 'string' };
    }),
  ],
  [
    'property-removed',
    'major',
    'removes a property that clients send',
    edit(`${schemas}/CardInput/properties`, (o) => {
      delete o.side;
    }),
  ],
  [
    'property-removed',
    'major',
    'renames a property that clients send',
    rename(`${schemas}/CardInput/properties`, 'color', 'colour'),
  ],
  [
    'default-added',
    'minor',
    'adds a default',
    edit(`${schemas}/CardInput/properties/side`, (o) => {
      o.default = 'front';
    }),
  ],
  [
    'default-changed',
    'major',
    'changes a default',
    edit('/components/parameters/Limit/schema', (o) => {
      o.default = 50;
    }),
  ],
  [
    'direction',
    'major',
    'makes a property read-only',
    edit(`${schemas}/CardInput/properties/color`, (o) => {
      o.readOnly = true;
    }),
  ],
  [
    'discriminator-value-added',
    'minor',
    'adds a value of the discriminator',
    edit(`${schemas}/Gift/discriminator/mapping`, (o) => {
      o.money = '#/components/schemas/Coin';
    }),
  ],
  [
    'constraint-compatible',
    'minor',
    'requires a property that clients receive',
    edit(`${schemas}/Card/required`, (o) => {
      o.push('side');
    }),
  ],
  [
    'constraint-compatible',
    'minor',
    'no longer requires a property that clients send',
    edit(`${schemas}/CardInput`, (o) => {
      delete o.required;
    }),
  ],
  [
    'constraint-compatible',
    'minor',
    'accepts longer names',
    edit(`${schemas}/CardInput/properties/name`, (o) => {
      o.maxLength = 40;
    }),
  ],
  [
    'constraint-compatible',
    'minor',
    'sends fewer numbers',
    edit(`${schemas}/Card/properties/size`, (o) => {
      o.minimum = 1;
    }),
  ],
  [
    'constraint-compatible',
    'minor',
    'removes the pattern of a parameter',
    edit(`${path}/get/parameters/1/schema`, (o) => {
      delete o.pattern;
    }),
  ],
  [
    'constraint-compatible',
    'minor',
    'never sends null',
    edit(`${schemas}/Card/properties/note`, (o) => {
      o.type = 'string';
    }),
  ],
  [
    'undecided',
    'major',
    'narrows a variant of oneOf',
    edit(`${schemas}/Coin/properties/amount`, (o) => {
      o.minimum = 2;
    }),
  ],
  [
    'undecided',
    'major',
    'adds an extension that no row knows',
    edit(`${path}/get`, (o) => {
      o['x-limit'] = { limit: 1 };
    }),
  ],
  [
    'undecided',
    'major',
    'adds a keyword that no row knows',
    edit(`${schemas}/Card`, (o) => {
      o.$defs = { a: { type: 'string' } };
    }),
  ],
];

test.concurrent.each(examples)('%s: %s, if the edit %s', async (id, rating, _, change) => {
  const revision = copyCardDocument();
  change(revision);
  const { findings, required } = await checkCompatibility(copyCardDocument(), revision);
  expect({ required, decidedBy: findings.map(({ decidedBy }) => decidedBy) }).toEqual({
    required: rating,
    decidedBy: expect.arrayContaining([id]),
  });
});

test('the table has an example of every row, and of a change that no row knows', () => {
  const ids = new Set(examples.map(([id]) => id));
  expect([...ids].sort()).toEqual([...ratingTable.map(({ id }) => id), 'undecided'].sort());
});

test('a row has the rating that its examples have', () => {
  const decided = examples.filter(([id]) => id !== 'undecided');
  const ratings = new Map(ratingTable.map(({ id, rating }) => [id, rating]));
  expect(decided.filter(([id, rating]) => ratings.get(id) !== rating)).toEqual([]);
});
