import type { OpenApiDocument } from '@giftoin/openapi';
import { readPointer } from '../../compatibility/json-pointer.ts';

const content = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });

/** An invented document in which everything occurs that the rating table knows. */
const cardDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Cards',
    version: '1.2.3',
    description: 'Cards.',
    contact: { name: 'Cards', url: 'https://example.com' },
    license: { name: 'MIT' },
  },
  servers: [{ url: 'https://api.example.com' }, { url: 'https://staging.example.com' }],
  security: [{ first: [] }, { second: [] }],
  tags: [{ name: 'Cards', description: 'Cards.' }],
  paths: {
    '/cards/{cardId}': {
      parameters: [
        {
          name: 'cardId',
          in: 'path',
          required: true,
          'x-returned-as': 'id',
          schema: { $ref: '#/components/schemas/CardId' },
          example: 'card_1',
        },
      ],
      get: {
        operationId: 'getCard',
        tags: ['Cards'],
        summary: 'Get a card',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { name: 'tag', in: 'query', schema: { type: 'string', pattern: '^[a-z]{1,8}$' } },
        ],
        responses: {
          '200': {
            description: 'The card.',
            headers: { ETag: { required: true, schema: { type: 'string' } }, Age: { schema: { type: 'integer' } } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Card' },
                examples: { plain: { summary: 'A card', value: { id: 'card_1', name: 'One', size: 1 } } },
              },
            },
          },
          '404': { description: 'There is no such card.', content: content('Error') },
        },
      },
      put: {
        operationId: 'replaceCard',
        tags: ['Cards'],
        summary: 'Replace a card',
        requestBody: { required: true, content: content('CardInput') },
        responses: { '200': { description: 'The card.', content: content('Card') } },
      },
      delete: {
        operationId: 'deleteCard',
        tags: ['Cards'],
        summary: 'Delete a card',
        responses: { '204': { description: 'The card is deleted.' } },
      },
    },
  },
  webhooks: {
    cardSold: {
      post: {
        operationId: 'cardSold',
        requestBody: { content: content('Card') },
        responses: { '204': { description: 'Received.' } },
      },
    },
  },
  components: {
    securitySchemes: {
      first: { type: 'apiKey', in: 'header', name: 'x-key', 'x-precedence': 1 },
      second: { type: 'apiKey', in: 'header', name: 'key' },
    },
    parameters: {
      Limit: {
        name: 'limit',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 20, 'x-unit': 'items' },
      },
    },
    examples: { Unused: { summary: 'Unused', value: { id: 'card_2' } } },
    schemas: {
      Card: {
        type: 'object',
        description: 'A card.',
        required: ['id', 'name', 'size'],
        properties: {
          id: { $ref: '#/components/schemas/CardId', description: 'The ID.' },
          name: { type: 'string', description: 'The name.', examples: ['One'] },
          size: { type: 'integer', minimum: 0 },
          rarity: { $ref: '#/components/schemas/Rarity', description: 'The rarity.' },
          side: { type: 'string', enum: ['front', 'back'] },
          note: { type: ['string', 'null'] },
          gift: { $ref: '#/components/schemas/Gift' },
        },
      },
      CardInput: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 2, maxLength: 20 },
          side: { type: 'string', enum: ['front', 'back'] },
          color: { type: 'string', default: 'red' },
          label: { type: 'string', not: { enum: ['none', 'null'] } },
        },
      },
      CardId: { type: 'string', pattern: '^[a-z0-9_]{1,16}$', not: { enum: ['.', '..'] }, 'x-source': 'ours' },
      Rarity: {
        description: 'An open set.',
        anyOf: [{ type: 'string', enum: ['common', 'rare'] }, { type: 'string' }],
      },
      Gift: {
        oneOf: [{ $ref: '#/components/schemas/Coin' }, { $ref: '#/components/schemas/Code' }],
        discriminator: {
          propertyName: 'kind',
          mapping: { coin: '#/components/schemas/Coin', code: '#/components/schemas/Code' },
        },
      },
      Coin: {
        type: 'object',
        required: ['kind', 'amount'],
        properties: { kind: { const: 'coin' }, amount: { type: 'integer', minimum: 1 } },
      },
      Code: { type: 'object', required: ['kind'], properties: { kind: { const: 'code' }, text: { type: 'string' } } },
      Error: {
        type: 'object',
        additionalProperties: false,
        required: ['message'],
        properties: { message: { type: 'string', not: { enum: ['unknown'] } } },
      },
    },
  },
};

// biome-ignore lint/suspicious/noExplicitAny: Edits reach into any part of the document.
export type Editable = any;

/** Returns a copy of the document that an edit can change. */
export function copyCardDocument(): OpenApiDocument & Editable {
  return structuredClone(cardDocument);
}

/** Returns the object at a JSON pointer of a document. */
export function at(document: OpenApiDocument, pointer: string): Editable {
  return readPointer(document, pointer);
}
