import { expect, test } from 'vitest';
import { createResponseValidator } from '../src/validation/response-validator.ts';

const validate = createResponseValidator({
  type: 'object',
  properties: { size: { type: 'integer', minimum: 0, maximum: 100 }, note: 'string|null' },
  optional: ['note'],
});

test.each([
  [[], { code: 'type', path: '', values: { expected: 'object', actual: 'array' } }],
  [{}, { code: 'required', path: 'size', values: { expected: 'integer', actual: 'nothing' } }],
  [{ size: -1 }, { code: 'minimum', path: 'size', values: { expected: 0, actual: -1 } }],
  [{ size: 101 }, { code: 'maximum', path: 'size', values: { expected: 100, actual: 101 } }],
  [
    { size: 1, note: 2 },
    { code: 'type', path: 'note', values: { expected: 'string|null', actual: 'integer' } },
  ],
])('returns the first violation of %j with its code, path and values', (value, violation) => {
  expect(validate(value)).toEqual({ ...violation, message: expect.stringMatching(/^expected .+, got .+$/) });
});

test.each([{ size: 0 }, { size: 100, note: null }, { size: 1, more: true }])('returns undefined for %j', (value) => {
  expect(validate(value)).toBeUndefined();
});
