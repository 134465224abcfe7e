import type { SandboxControl } from '@giftoin/simulator/control';

/** The flags of commands, with the name of the value in the help. A flag with an empty name takes no value. */
export const flagValues = {
  quantity: 'N',
  missing: 'N',
  environment: 'NAME',
  overdue: 'yes|no',
  'plan-denied': 'yes|no',
  limit: 'N/DURATION|off',
  status: 'STATUS',
  'error-code': 'CODE',
  delay: 'DURATION',
  cut: '',
  times: 'N',
  share: 'SHARE',
  clear: '',
  scenario: 'SCENARIO',
  start: 'TIME|none',
  end: 'TIME|none',
  'show-before': 'yes|no',
  'show-after': 'yes|no',
} as const;

export type Flags = {
  readonly [Name in keyof typeof flagValues]?: ((typeof flagValues)[Name] extends '' ? boolean : string) | undefined;
};

/** A command that calls the control API of a running sandbox. */
export interface Command {
  /** The names of the arguments, in capitals and separated by spaces. Optional ones are in brackets. */
  readonly parameters: string;
  /** Default: none. */
  readonly flags?: readonly (keyof Flags)[];
  readonly description: string;
  /** Runs the command. The result is printed. */
  run(control: SandboxControl, args: readonly string[], flags: Flags): Promise<unknown>;
}

/** Commands, by name. */
export type Commands = Readonly<Record<string, Command>>;
