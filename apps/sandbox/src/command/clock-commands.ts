import { UsageError } from '@giftoin/command-line';
import type { SandboxControl } from '@giftoin/simulator/control';
import type { Clock } from '@giftoin/types/sandbox-control';
import type { Commands } from './command.ts';
import { parseDuration, parseTime } from './parse-values.ts';

/** The command for the clock of a workspace. */
export const clockCommands: Commands = {
  clock: {
    parameters: '[ACTION] [VALUE]',
    description: 'print the time, or: freeze, set TIME, advance DURATION, back DURATION, follow (the system clock)',
    run: async (control, [action, value]) => formatClock(await runAction(control, action, value)),
  },
};

async function runAction(control: SandboxControl, action?: string, value?: string): Promise<Clock> {
  if (action === 'set') return control.setClock({ time: parseClockArgument(action, 'TIME', value) });
  if (action === 'advance') return control.advanceClock({ by: parseClockArgument(action, 'DURATION', value) });
  if (action === 'back') return control.advanceClock({ by: -parseClockArgument(action, 'DURATION', value) });
  if (value !== undefined) {
    throw new UsageError(`clock ${action} does not take a value, but received ${JSON.stringify(value)}.`);
  }
  if (action === undefined) return control.getClock();
  if (action === 'freeze') return control.freezeClock();
  if (action === 'follow') return control.followSystemClock();
  throw new UsageError(`Unknown clock action ${JSON.stringify(action)}. Use freeze, set, advance, back or follow.`);
}

/** Parses the value of an action, in milliseconds. */
function parseClockArgument(action: string, name: 'TIME' | 'DURATION', value: string | undefined): number {
  if (value === undefined) throw new UsageError(`clock ${action} requires a ${name}. See --help.`);
  return name === 'TIME' ? parseTime(value) : parseDuration(value);
}

/** Formats times in ISO 8601, which `clock set` accepts too. */
function formatClock({ now, frozenAt, offset }: Clock) {
  return { now: formatTime(now), frozenAt: frozenAt === null ? null : formatTime(frozenAt), offset };
}

function formatTime(time: number): string {
  return new Date(time).toISOString();
}
