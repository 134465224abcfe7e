import { parseArguments, UsageError } from '@giftoin/command-line';
import { expect, test } from 'vitest';

const parse = (args: string[]) =>
  parseArguments(args, {
    options: {
      port: { type: 'string' },
      key: { type: 'string', multiple: true, default: [] },
      quiet: { type: 'boolean', short: 'q', default: false },
    },
  });

test('returns the values of flags, with their types', () => {
  const { values } = parse(['--port=1', '--key', 'a', '--key=-b', '-q']);
  const port: string | undefined = values.port;
  const keys: string[] = values.key;
  const quiet: boolean = values.quiet;
  expect({ port, keys, quiet }).toEqual({ port: '1', keys: ['a', '-b'], quiet: true });
  // @ts-expect-error no such flag
  expect(values.prot).toBeUndefined();
});

test('returns positional arguments if they are allowed', () => {
  const config = { options: { port: { type: 'string' } }, allowPositionals: true } as const;
  const { values, positionals } = parseArguments(['a', '--port', '1', '--', '-b'], config);
  const port: string | undefined = values.port;
  expect({ port, positionals }).toEqual({ port: '1', positionals: ['a', '-b'] });
});

test.each([
  [['--prot', '1'], "Unknown option '--prot'. See --help."],
  [['--constructor=secret'], "Unknown option '--constructor'. See --help."],
  [['-x'], "Unknown option '-x'. See --help."],
  [['--port'], "Option '--port' requires a value. See --help."],
  [
    ['--key', '--port'],
    "Option '--key' requires a value. If the value starts with a dash, write --key=VALUE. See --help.",
  ],
  [['--quiet=yes'], "Option '--quiet' does not take a value. See --help."],
  [['here'], "Unexpected argument 'here'. See --help."],
  [['--', '--port'], "Unexpected argument '--port'. See --help."],
])('%j is a usage error', (args, message) => {
  expect(() => parse(args)).toThrow(new UsageError(message));
});

test.each([['-'], ['']])('accepts %j as the value of a flag', (value) => {
  expect(parse(['--port', value]).values).toEqual({ port: value, key: [], quiet: false });
});
