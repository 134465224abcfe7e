import type { SandboxControl } from '../control/client.ts';

/** The flags of commands: how the help calls the value of each; one without takes none. */
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
} as const;

export type Flags = {
  readonly [Name in keyof typeof flagValues]?: ((typeof flagValues)[Name] extends '' ? boolean : string) | undefined;
};

/** A command that drives a running sandbox. */
export interface Command {
  /** What follows its name: a word in capitals is required, one in brackets is not. */
  readonly words: string;
  readonly flags?: readonly (keyof Flags)[];
  readonly about: string;
  /** Does it; what it gives is printed. */
  run(control: SandboxControl, words: readonly string[], flags: Flags): Promise<unknown>;
}

export type Commands = Readonly<Record<string, Command>>;
