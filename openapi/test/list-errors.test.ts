import { listErrorPages, listErrors, readDocsUrl } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { json, readOperationParts, readParts } from './grown-document.ts';

const example = (errorCode: unknown) => ({ summary: 'An example', value: { status: { errorCode } } });
const response = (description: string, examples: Record<string, unknown>) => ({
  description,
  ...json({}, { examples }),
});
const success = { 204: { description: 'Done.' } };
const document = await readParts({
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        responses: {
          ...success,
          500: { description: 'A defect.', 'x-source': 'ours' },
          401: response('Not allowed.', { missing: example(1002), unknown: example(1001) }),
        },
      },
      post: {
        operationId: 'createPet',
        responses: { ...success, 401: { $ref: '#/components/responses/Expired' }, '4XX': { description: 'Others.' } },
      },
    },
  },
  components: { responses: { Expired: response('Expired.', { expired: { value: 'text' }, missing: example(1002) }) } },
});

test('lists each error status code once, with the operations and the examples of all', () => {
  expect(listErrors(document)).toEqual([
    {
      status: 401,
      description: 'Not allowed.',
      source: undefined,
      operationIds: ['listPets', 'createPet'],
      examples: [
        { name: 'missing', summary: 'An example', errorCode: 1002, value: { status: { errorCode: 1002 } } },
        { name: 'unknown', summary: 'An example', errorCode: 1001, value: { status: { errorCode: 1001 } } },
        { name: 'expired', summary: undefined, errorCode: undefined, value: 'text' },
      ],
    },
    { status: 500, description: 'A defect.', source: 'ours', operationIds: ['listPets'], examples: [] },
  ]);
});

test('an error code has a page if its status code has several, and every status code has one', async () => {
  expect(listErrorPages(document)).toEqual([1002, 1001, 401, 500]);
  const responses = {
    ...success,
    404: response('None.', { a: example(404) }),
    409: response('Two.', { b: example(7) }),
  };
  expect(listErrorPages(await readOperationParts({ responses }))).toEqual([404, 409]);
});

test('reads the address of the docs', async () => {
  expect(readDocsUrl(await readParts({ paths: {}, externalDocs: { url: 'https://example.com/docs' } }))).toBe(
    'https://example.com/docs/',
  );
  expect(readDocsUrl(document)).toBeUndefined();
});
