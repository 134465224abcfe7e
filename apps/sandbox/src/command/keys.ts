import type { KeySettings } from '@giftoin/types/sandbox-control';
import type { Commands, Flags } from './command.ts';
import { durationOf, limitFrom, numberFlag, UsageError, yesOrNo } from './values.ts';

/** API keys, what they may do, and what goes wrong with them. */
export const keys: Commands = {
  keys: { words: '', about: 'list the keys, without their secrets', run: (control) => control.listKeys() },
  'key-create': {
    words: '[NAME]',
    flags: ['environment', 'overdue', 'plan-denied', 'limit'],
    about: 'make a key, and tell it this once',
    run: (control, [keyName], { environment, ...flags }) =>
      control.createKey({
        ...settingsFrom(flags),
        ...(keyName !== undefined && { keyName }),
        ...(environment !== undefined && { environment }),
      }),
  },
  'key-change': {
    words: 'NAME',
    flags: ['overdue', 'plan-denied', 'limit'],
    about: 'change what a key may do, such as --overdue yes or --limit 10/60s',
    run: (control, [keyName = ''], flags) => {
      const settings = settingsFrom(flags);
      if (Object.keys(settings).length > 0) return control.changeKey({ keyName, ...settings });
      throw new UsageError('key-change takes --overdue, --plan-denied or --limit. See --help.');
    },
  },
  'key-revoke': {
    words: 'NAME',
    about: 'revoke a key',
    run: (control, [keyName = '']) => control.revokeKey({ keyName }),
  },
  fail: {
    words: 'NAME',
    flags: ['status', 'error-code', 'delay', 'cut', 'times', 'share', 'clear'],
    about: 'let requests of a key fail, such as --status 500 --times 3 or --cut --share 0.1; or --clear that',
    run: (control, [keyName = ''], { clear, ...flags }) => {
      if (!clear) return control.injectFault({ keyName, ...faultFrom(flags) });
      if (Object.keys(flags).length > 0) throw new UsageError('fail --clear takes no other flags.');
      return control.clearInjectedFaults({ keyName });
    },
  },
};

function settingsFrom({ overdue, 'plan-denied': planDenied, limit }: Flags): KeySettings {
  return {
    ...(overdue !== undefined && { overdue: yesOrNo('overdue', overdue) }),
    ...(planDenied !== undefined && { planDenied: yesOrNo('plan-denied', planDenied) }),
    ...(limit !== undefined && { rateLimit: limitFrom(limit) }),
  };
}

function faultFrom(flags: Flags) {
  const { 'error-code': errorCode } = numberFlag(flags, 'error-code');
  return {
    // The sandbox holds it against the statuses there are.
    ...(numberFlag(flags, 'status') as { status?: 500 }),
    ...(errorCode !== undefined && { errorCode }),
    ...(flags.delay !== undefined && { delay: durationOf(flags.delay) }),
    ...(flags.cut && { cut: true }),
    ...numberFlag(flags, 'times'),
    ...numberFlag(flags, 'share'),
  };
}
