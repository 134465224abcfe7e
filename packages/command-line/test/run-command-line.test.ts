import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const program = fileURLToPath(new URL('fixtures/program.ts', import.meta.url));

function start(args: string[], variables: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...variables } });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function run(args: string[], variables?: NodeJS.ProcessEnv) {
  const child = start(args, variables);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, out, err };
}

test('passes on the arguments, without the leading -- of a pnpm script', async () => {
  const success = { code: 0, out: '["--quiet","--","x"]\n', err: '' };
  expect(await run(['print', '--quiet', '--', 'x'])).toEqual(success);
  expect(await run(['--', 'print', '--quiet', '--', 'x'])).toEqual(success);
});

test.each([[['--help']], [['-h']], [['print', '-h']], [['--', '--prot', '--help']]])(
  '%j prints the help',
  async (args) => {
    expect(await run(args)).toEqual({ code: 0, out: 'The help text.\n', err: '' });
  },
);

test('--version prints the version, if the program has one', async () => {
  expect(await run(['print', '--version'], { PROGRAM_VERSION: '1.2.3' })).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  expect((await run(['print', '--version'])).out).toBe('["--version"]\n');
});

test('exits with the code that the program returns', async () => {
  expect(await run(['return3'])).toEqual({ code: 3, out: '', err: '' });
});

test('prints an error in one line and exits with 1, or with the code for failures', async () => {
  const failure = { code: 1, out: '', err: 'program: Port 4010 is already in use.\n' };
  expect(await run(['failure'])).toEqual(failure);
  expect(await run(['failure'], { FAILURE_EXIT_CODE: '4' })).toEqual({ ...failure, code: 4 });
});

test('exits with 2 after a usage error', async () => {
  const usageError = { code: 2, out: '', err: 'program: --rate is "x". Pass a number.\n' };
  expect(await run(['usage-error'])).toEqual(usageError);
  expect(await run(['usage-error'], { FAILURE_EXIT_CODE: '4' })).toEqual(usageError);
  expect((await run(['parse', '--prot'])).err).toBe("program: Unknown option '--prot'. See --help.\n");
});

test('continues if the reader of its output stops reading', async () => {
  const child = start(['print-much']);
  const err = text(child.stderr);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(await err).toBe('');
});

test.each(['SIGINT', 'SIGTERM'] as const)('closes the server on %s and exits with 0', async (signal) => {
  const child = start(['serve']);
  await once(child.stdout, 'data');
  child.kill(signal);
  expect(String(await once(child.stdout, 'data'))).toBe('closing\n');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test.each([
  ['SIGINT', 'SIGINT'],
  ['SIGINT', 'SIGTERM'],
] as const)('exits with 130 if %s is followed by %s', async (first, second) => {
  const child = start(['hang']);
  await once(child.stdout, 'data');
  child.kill(first);
  await once(child.stdout, 'data');
  child.kill(second);
  expect(await once(child, 'close')).toEqual([130, null]);
});
