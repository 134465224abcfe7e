import { afterAll, expect, test } from 'vitest';
import { sendControlRequest } from './send-control-request.ts';
import { startTestSandbox, user } from './start-test-sandbox.ts';

const sandbox = await startTestSandbox();
const { control } = sandbox;
const token = { authorization: `Bearer ${sandbox.token}` };
afterAll(() => sandbox.close());

test.each([
  ['GET', '/nowhere', '', 404, 'There is no such path.'],
  ['PUT', '/workspaces', '', 405, 'This path allows GET, POST, HEAD, OPTIONS.'],
  ['POST', '/workspaces', '{', 400, /^The body is not valid JSON: .+\.$/],
  ['POST', '/workspaces', '{"name":"x"}', 400, 'The body is invalid: the body must not have the property "name".'],
  [
    'POST',
    '/workspaces/default/keys',
    '{"keyName":".."}',
    400,
    'The body is invalid: keyName must match pattern "^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}$".',
  ],
  ['DELETE', '/workspaces/No', '', 400, 'The parameter workspace does not match ^[a-z0-9-]{1,40}$.'],
  ['DELETE', '/workspaces/none', '', 404, 'There is no workspace none.'],
  ['GET', '/workspaces/default/request-log?limit=all', '', 400, 'The parameter limit must be integer.'],
  ['GET', '/workspaces/default/request-log?limit=0', '', 400, 'The parameter limit must be >= 1.'],
  ['POST', '/workspaces', '{"workspace":"default"}', 409, 'The workspace default already exists. Choose another name.'],
  [
    'PUT',
    '/workspaces/default/world',
    '{"programs":[{}]}',
    400,
    /^The body is invalid: programs\[0\] must have required property 'id'; .+and 3 more\.$/,
  ],
  [
    'POST',
    '/workspaces/default/keys/default/injected-faults',
    '{"times":2}',
    400,
    'The injected fault has no effect. Set status, delay or cut.',
  ],
  [
    'POST',
    '/workspaces/default/clock/advance',
    '{"by":8640000000000000}',
    400,
    /^The clock would be at \d+\. The maximum is 8640000000000000 milliseconds\.$/,
  ],
])('%s %s %s returns %i with the reason', async (method, path, body, status, message) => {
  const response = await sendControlRequest(sandbox.controlUrl, path, token, method, body);
  expect(response.status).toBe(status);
  expect(response.json.status?.errorMessage).toMatch(message);
});

test('rejects an invalid world with all validation errors, and changes nothing', async () => {
  const before = await control.exportWorld();
  const [program] = before.programs;
  if (!program) throw new Error('The default world has a program.');
  const invalid = {
    programs: [
      program,
      { ...program, duration: { start: { date: 2, showBefore: true }, end: { date: 1, showAfter: true } } },
    ],
    users: [{ ...user, cards: { program_123: { card_1: 1 }, other: {} }, claims: { other: 1 } }, { ...user }],
  };
  await expect(control.loadWorld(invalid)).rejects.toThrow(
    'The world is invalid: programs[1].duration.start.date (2) is after duration.end.date (1). ' +
      'programs[1] has the same id as programs[0], "program_123". ' +
      'users[1] is the same user as users[0], discord/123456789012345678. ' +
      'users[0].cards.program_123 has the card "card_1", which the program does not have. ' +
      'users[0].cards has the program "other", which does not exist. ' +
      'users[0].claims has the program "other", which does not exist.',
  );
  expect(await control.exportWorld()).toEqual(before);
});
