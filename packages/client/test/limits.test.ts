import { BadArgumentError, createGiftoinClient } from '@giftoin/client';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const _never = () => undefined;

test.each([
  [{ timeout: 0 }, 'timeout is 0. It must be an integer from 1 to 2147483647.'],
  [{ timeout: Number.POSITIVE_INFINITY }, 'timeout is Infinity. It must be an integer from 1 to 2147483647.'],
  [{ attemptTimeout: 1.5 }, 'attemptTimeout is 1.5. It must be an integer from 1 to 2147483647.'],
  [{ retries: -1 }, 'retries is -1. It must be an integer from 0 to 100.'],
  [{ maxBodySize: 0 }, 'maxBodySize is 0. It must be an integer from 1 to 9007199254740991.'],
])('throws for %j as an option of a client, and of a call if it has that option', async (options, message) => {
  expect(() => createGiftoinClient({ apiKey, ...options })).toThrow(new BadArgumentError(message));
  if (!('timeout' in options || 'retries' in options)) return;
  const call = createGiftoinClient({ apiKey }).listCollectionChallengeProgress(user, options);
  expect(await catchError(call)).toMatchObject({ kind: 'badArgument', message });
});
