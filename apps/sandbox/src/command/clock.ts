import type { Clock } from '@giftoin/types/sandbox-control';
import type { SandboxControl } from '../control/client.ts';
import type { Commands } from './command.ts';
import { durationOf, timeFrom, UsageError } from './values.ts';

/** The time of the workspace. */
export const clock: Commands = {
  clock: {
    words: '[ACTION] [VALUE]',
    about: 'tell the time, or: freeze, set TIME, advance DURATION, back DURATION, follow (the wall)',
    run: async (control, [action, value]) => readable(await turned(control, action, value)),
  },
};

function turned(control: SandboxControl, action?: string, value?: string): Promise<Clock> {
  const given = (what: string): string => {
    if (value === undefined) throw new UsageError(`clock ${action} takes a ${what}. See --help.`);
    return value;
  };
  if (action === 'set') return control.setClock({ time: timeFrom(given('TIME')) });
  if (action === 'advance') return control.advanceClock({ by: durationOf(given('DURATION')) });
  if (action === 'back') return control.advanceClock({ by: -durationOf(given('DURATION')) });
  if (value !== undefined) throw new UsageError(`clock ${action} takes no value; there is ${JSON.stringify(value)}.`);
  if (action === undefined) return control.getClock();
  if (action === 'freeze') return control.freezeClock();
  if (action === 'follow') return control.followSystemClock();
  throw new UsageError(`clock cannot ${JSON.stringify(action)}. It can freeze, set, advance, back and follow.`);
}

/** Times as people read them, and as `clock set` takes them. */
function readable({ now, frozenAt, offset }: Clock) {
  return { now: textOf(now), frozenAt: frozenAt === null ? null : textOf(frozenAt), offset };
}

function textOf(time: number): string {
  return new Date(time).toISOString();
}
