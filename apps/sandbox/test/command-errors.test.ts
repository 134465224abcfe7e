import { expect, test } from 'vitest';
import { runCommand } from '../src/command/run-command.ts';

test.each([
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
