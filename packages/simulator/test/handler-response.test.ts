import { serverOperations } from '@giftoin/types/server-operations';
import { expect, test, vi } from 'vitest';
import { toHandlerResponse } from '../src/api/handler-response.ts';

const [operation] = serverOperations;

test('passes bytes on without listing them', () => {
  if (!operation) throw new Error('The document has no operation.');
  const bytes = new Uint8Array(400_000);
  const keys = vi.spyOn(Object, 'keys');
  try {
    expect(toHandlerResponse(operation, bytes).body).toBe(bytes);
    expect(keys.mock.calls.filter(([listed]) => listed === bytes)).toEqual([]);
  } finally {
    keys.mockRestore();
  }
});
