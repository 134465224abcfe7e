import { startMock } from '@giftoin/mock';
import { afterAll, expect, test } from 'vitest';
import { errorBody, list, send } from './request.ts';

const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

test.each([
  ['/api/v1/users/dis%20cord/1/progress/collection-challenges', /^The parameter platform does not match/],
  ['/api/v1/users/Discord/1/progress/collection-challenges', /^The parameter platform does not match/],
  [`/api/v1/users/${'a'.repeat(1_000)}/1/progress/collection-challenges`, /^The parameter platform does not match/],
  ['/api/v1/users//1/progress/collection-challenges', /The parameter platform is missing/],
  ['/api/v1/users/%zz/1/progress/collection-challenges', /The parameter platform is not percent-encoded/],
  ['/api/v1/users/%/1/progress/collection-challenges', /The parameter platform is not percent-encoded/],
  ['/api/v1/users/%ff/1/progress/collection-challenges', /The parameter platform is not percent-encoded/],
  ['/api/v1/users/discord/../progress/collection-challenges', /^The parameter platformUserId/],
  ['/api/v1/users/discord/%2E%2e/progress/collection-challenges', /^The parameter platformUserId/],
  ['/api/v1/users/discord/1%2F2/progress/collection-challenges', /^The parameter platformUserId/],
  ['/api/v1/users/discord/1%2541/progress/collection-challenges', /^The parameter platformUserId/],
  ['/api/v1/users/discord/%00/progress/collection-challenges', /^The parameter platformUserId/],
  [`${list}/`, /The parameter programId is missing/],
  [`${list}/program.1`, /^The parameter programId does not match/],
])('returns 400 to %s', async (path, message) => {
  const { status, json } = await send(mock.url, path);
  expect({ status, json }).toEqual({ status: 400, json: errorBody(400, expect.stringMatching(message)) });
});

test.each([
  ['/api/v1/users/a_b-9/a.b:c@d-e_F/progress/collection-challenges'],
  ['/api/v1/users/%64iscord/%40%3A/progress/collection-challenges'],
  ['/api/v1/users/discord/.../progress/collection-challenges'],
])('accepts %s', async (path) => {
  expect((await send(mock.url, path)).status).toBe(200);
});
