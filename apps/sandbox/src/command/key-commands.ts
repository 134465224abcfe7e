import { UsageError } from '@giftoin/command-line';
import type { InjectedFault, KeySettings } from '@giftoin/types/sandbox-control';
import type { Commands, Flags } from './command.ts';
import { parseDuration, parseRateLimit, parseYesOrNo, readNumberFlag } from './parse-values.ts';

/** Commands for API keys, their permissions and their injected faults. */
export const keyCommands: Commands = {
  keys: {
    parameters: '',
    description: 'list the API keys, without their secrets',
    run: (control) => control.listKeys(),
  },
  'key-create': {
    parameters: '[NAME]',
    flags: ['environment', 'overdue', 'plan-denied', 'limit'],
    description: 'create an API key, and print it once',
    run: (control, [keyName], { environment, ...flags }) =>
      control.createKey({
        ...parseSettings(flags),
        ...(keyName !== undefined && { keyName }),
        ...(environment !== undefined && { environment }),
      }),
  },
  'key-change': {
    parameters: 'NAME',
    flags: ['overdue', 'plan-denied', 'limit'],
    description: 'change the permissions of an API key, for example --overdue yes or --limit 10/60s',
    run: (control, [keyName = ''], flags) => {
      const settings = parseSettings(flags);
      if (Object.keys(settings).length > 0) return control.changeKey({ keyName, ...settings });
      throw new UsageError('key-change requires --overdue, --plan-denied or --limit. See --help.');
    },
  },
  'key-revoke': {
    parameters: 'NAME',
    description: 'revoke an API key',
    run: (control, [keyName = '']) => control.revokeKey({ keyName }),
  },
  fail: {
    parameters: 'NAME',
    flags: ['status', 'error-code', 'delay', 'cut', 'times', 'share', 'clear'],
    description:
      'make requests of an API key fail, for example --status 500 --times 3 or --cut --share 0.1; --clear stops it',
    run: (control, [keyName = ''], { clear, ...flags }) => {
      if (!clear) return control.injectFault({ keyName, ...parseInjectedFault(flags) });
      if (Object.keys(flags).length > 0) throw new UsageError('fail --clear cannot be combined with other flags.');
      return control.clearInjectedFaults({ keyName });
    },
  },
};

function parseSettings({ overdue, 'plan-denied': planDenied, limit }: Flags): KeySettings {
  return {
    ...(overdue !== undefined && { overdue: parseYesOrNo('overdue', overdue) }),
    ...(planDenied !== undefined && { planDenied: parseYesOrNo('plan-denied', planDenied) }),
    ...(limit !== undefined && { rateLimit: parseRateLimit(limit) }),
  };
}

function parseInjectedFault(flags: Flags): InjectedFault {
  const { 'error-code': errorCode } = readNumberFlag(flags, 'error-code');
  return {
    // The control API validates the status code.
    ...(readNumberFlag(flags, 'status') as Pick<InjectedFault, 'status'>),
    ...(errorCode !== undefined && { errorCode }),
    ...(flags.delay !== undefined && { delay: parseDuration(flags.delay) }),
    ...(flags.cut && { cut: true }),
    ...readNumberFlag(flags, 'times'),
    ...readNumberFlag(flags, 'share'),
  };
}
