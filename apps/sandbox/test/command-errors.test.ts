import { expect, test } from 'vitest';
import { findControlUrl } from '../src/command/find-control-url.ts';
import { parseTime } from '../src/command/parse-values.ts';
import { runCommand } from '../src/command/run-command.ts';

test.each<readonly [string, string]>([
  ['keys all', 'keys expects no arguments, but received 1 argument. See --help.'],
  ['grant 42 program_123 card_456', '"42" is not a user. Use PLATFORM/USER_ID, for example discord/42.'],
  ['grant discord/42 p c --missing 1', "Unknown option '--missing'. See --help."],
  ['grant discord/42 p c --quantity two', '--quantity is "two". It must be a number.'],
  ['clock stop', 'Unknown clock action "stop". Use freeze, set, advance, back or follow.'],
  ['clock set', 'clock set requires a TIME. See --help.'],
  [
    'clock set noon',
    '"noon" is not a time. Use ISO 8601, for example 2026-12-24T18:00:00Z, or milliseconds since 1970.',
  ],
  ...['2026-02-30', '2026-02-29T00:00:00Z', '2026-13-01', '2026-04-31T12:00Z', '2026', '5/6/2026', '2026-1-1'].map(
    (time) =>
      [
        `clock set ${time}`,
        `${JSON.stringify(time)} is not a time. Use ISO 8601, for example 2026-12-24T18:00:00Z, or milliseconds since 1970.`,
      ] as const,
  ),
  ['program p', 'program requires --start, --end, --show-before or --show-after. See --help.'],
  ['program p --show-after maybe', '--show-after is "maybe". Use yes or no.'],
  [
    'program p --end 2026-02-30',
    '"2026-02-30" is not a time. Use ISO 8601, for example 2026-12-24T18:00:00Z, or milliseconds since 1970.',
  ],
  ['clock advance 7', '"7" is not a duration. Examples: 500ms, 90s, 1h30m, 2d.'],
  ['clock freeze 5m', 'clock freeze does not take a value, but received "5m".'],
  ['key-change default', 'key-change requires --overdue, --plan-denied or --limit. See --help.'],
  ['key-change default --overdue true', '--overdue is "true". Use yes or no.'],
  ['key-change default --limit 10', '"10" is not a rate limit. Use N/DURATION, for example 10/60s, or off.'],
  ['fail default --clear --cut', 'fail --clear cannot be combined with other flags.'],
  ['request-log all', 'LIMIT is "all". It must be a number.'],
  ['request-log 5 --clear', 'request-log --clear does not take a LIMIT.'],
  ['load nowhere.json', 'nowhere.json cannot be read (ENOENT). Pass a JSON file, for example one that export wrote.'],
  ['keys --control here', 'The URL of the control API is "here". Use an HTTP URL, for example http://127.0.0.1:4021.'],
])('%s is a usage error', async (line, message) => {
  const [name = '', ...args] = line.split(' ');
  await expect(runCommand(name, args, {})).rejects.toMatchObject({ name: 'UsageError', message });
});

test.each([
  ['2024-02-29', Date.UTC(2024, 1, 29)],
  ['2026-12-24T18:00:00Z', Date.UTC(2026, 11, 24, 18)],
  ['2026-12-24T18:00:00.250+01:30', Date.UTC(2026, 11, 24, 16, 30, 0, 250)],
  ['2026-12-24T18:00:00+0130', Date.UTC(2026, 11, 24, 16, 30)],
  ['+010000-01-01T00:00:00.000Z', 253_402_300_800_000],
  ['-8640000000000000', -8.64e15],
])('%s is a time', (text, time) => {
  expect(parseTime(text)).toBe(time);
});

test.each([
  [undefined, {}, 'http://127.0.0.1:4021'],
  [undefined, { GIFTOIN_SANDBOX_CONTROL_PORT: '5021' }, 'http://127.0.0.1:5021'],
  [
    undefined,
    { GIFTOIN_SANDBOX_CONTROL_PORT: '5021', GIFTOIN_SANDBOX_CONTROL_HOST: '0.0.0.0' },
    'http://127.0.0.1:5021',
  ],
  [undefined, { GIFTOIN_SANDBOX_CONTROL_HOST: '::1' }, 'http://[::1]:4021'],
  [undefined, { GIFTOIN_SANDBOX_CONTROL_HOST: '[::]' }, 'http://[::1]:4021'],
  [undefined, { GIFTOIN_SANDBOX_CONTROL_HOST: '10.0.0.7' }, 'http://10.0.0.7:4021'],
  [undefined, { GIFTOIN_SANDBOX_CONTROL: 'http://a:1', GIFTOIN_SANDBOX_CONTROL_PORT: '5021' }, 'http://a:1'],
  ['https://b', { GIFTOIN_SANDBOX_CONTROL: 'http://a:1' }, 'https://b'],
])('the flag %s and the variables %j lead to the control API at %s', (flag, environment, url) => {
  expect(findControlUrl(flag, environment)).toBe(url);
});
