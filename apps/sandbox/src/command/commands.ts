import { readFile, writeFile } from 'node:fs/promises';
import type { KeySettings, Scenario, World } from '@giftoin/types/sandbox-control';
import type { SandboxControl } from '../control/client.ts';
import { durationOf, limitFrom, numberFrom, timeFrom, UsageError, userFrom } from './values.ts';

/** The flags of commands, by name: whether each takes a value. */
export const flagTypes = {
  quantity: 'string',
  missing: 'string',
  environment: 'string',
  overdue: 'string',
  'plan-denied': 'string',
  limit: 'string',
  status: 'string',
  'error-code': 'string',
  delay: 'string',
  cut: 'boolean',
  times: 'string',
  share: 'string',
  clear: 'boolean',
  scenario: 'string',
} as const;

export type Flags = {
  readonly [Name in keyof typeof flagTypes]?:
    | ((typeof flagTypes)[Name] extends 'string' ? string : boolean)
    | undefined;
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

export const commands: Readonly<Record<string, Command>> = {
  grant: {
    words: 'USER PROGRAM CARD',
    flags: ['quantity'],
    about: 'give a user, such as discord/42, a card',
    run: (control, words, { quantity }) => control.grantCard({ ...cardFrom(words), ...number('quantity', quantity) }),
  },
  revoke: {
    words: 'USER PROGRAM CARD',
    flags: ['quantity'],
    about: 'take a card from a user',
    run: (control, words, { quantity }) => control.revokeCard({ ...cardFrom(words), ...number('quantity', quantity) }),
  },
  complete: {
    words: 'USER PROGRAM',
    flags: ['missing'],
    about: 'give every card, but for the last --missing',
    run: (control, words, { missing }) =>
      control.completeCollection({ ...placeFrom(words), ...number('missing', missing) }),
  },
  claim: {
    words: 'USER PROGRAM',
    about: 'claim the reward of a complete collection',
    run: (control, words) => control.claimReward(placeFrom(words)),
  },
  unclaim: {
    words: 'USER PROGRAM',
    about: 'take the claim back',
    run: (control, words) => control.unclaimReward(placeFrom(words)),
  },
  clock: {
    words: '[ACTION] [VALUE]',
    about: 'tell the time, or: freeze, set TIME, advance DURATION, back DURATION, follow',
    run: (control, [action, value = '']) => {
      if (action === undefined) return control.getClock();
      if (action === 'freeze') return control.freezeClock();
      if (action === 'set') return control.setClock({ time: timeFrom(value) });
      if (action === 'advance') return control.advanceClock({ by: durationOf(value) });
      if (action === 'back') return control.advanceClock({ by: -durationOf(value) });
      if (action === 'follow') return control.followWall();
      throw new UsageError(`clock cannot ${JSON.stringify(action)}. It can freeze, set, advance, back and follow.`);
    },
  },
  scenario: {
    words: 'SCENARIO [USER]',
    about:
      'arrange a situation: new-user, half-way, one-card-short, just-completed, claimed, expired, no-end, no-reward, big-user',
    run: (control, [scenario, user]) =>
      control.applyScenario({ scenario: scenario as Scenario, ...(user !== undefined && userFrom(user)) }),
  },
  reset: { words: '', about: 'bring back the default world', run: (control) => control.resetWorkspace() },
  keys: { words: '', about: 'list the keys, without their secrets', run: (control) => control.listKeys() },
  'key-create': {
    words: '[NAME]',
    flags: ['environment', 'overdue', 'plan-denied', 'limit'],
    about: 'make a key',
    run: (control, [keyName], { environment, ...flags }) =>
      control.createKey({ ...settingsFrom(flags), ...(keyName && { keyName }), ...(environment && { environment }) }),
  },
  'key-change': {
    words: 'NAME',
    flags: ['overdue', 'plan-denied', 'limit'],
    about: 'change what a key may do: --overdue yes, --plan-denied no, --limit 10/60s, --limit off',
    run: (control, [keyName = ''], flags) => control.changeKey({ keyName, ...settingsFrom(flags) }),
  },
  'key-revoke': {
    words: 'NAME',
    about: 'revoke a key',
    run: (control, [keyName = '']) => control.revokeKey({ keyName }),
  },
  fail: {
    words: 'NAME',
    flags: ['status', 'error-code', 'delay', 'cut', 'times', 'share', 'clear'],
    about: 'let requests of a key fail: --status 500, --delay 2s, --cut; --times 3 or --share 0.1; or --clear',
    run: (control, [keyName = ''], flags) => {
      if (flags.clear) return control.clearFaults({ keyName });
      return control.addFault({
        keyName,
        ...(number('status', flags.status) as { status?: 500 }),
        ...(flags['error-code'] !== undefined && { errorCode: numberFrom('error-code', flags['error-code']) }),
        ...(flags.delay !== undefined && { delay: durationOf(flags.delay) }),
        ...(flags.cut && { cut: true }),
        ...number('times', flags.times),
        ...number('share', flags.share),
      });
    },
  },
  snapshots: { words: '', about: 'list the snapshots', run: (control) => control.listSnapshots() },
  save: {
    words: 'NAME',
    about: 'keep the world as a snapshot',
    run: (control, [name = '']) => control.saveSnapshot({ snapshot: name }),
  },
  restore: {
    words: 'NAME',
    about: 'bring back the world of a snapshot',
    run: (control, [name = '']) => control.restoreSnapshot({ snapshot: name }),
  },
  forget: {
    words: 'NAME',
    about: 'delete a snapshot',
    run: (control, [name = '']) => control.deleteSnapshot({ snapshot: name }),
  },
  export: {
    words: '[FILE]',
    about: 'write the world as JSON',
    run: async (control, [file]) => {
      const world = await control.exportWorld();
      if (file === undefined) return world;
      await writeFile(file, `${JSON.stringify(world, null, 2)}\n`).catch((error: NodeJS.ErrnoException) => {
        throw new Error(`${file} cannot be written (${error.code}).`);
      });
      return undefined;
    },
  },
  load: {
    words: 'FILE',
    about: 'replace the world by that of a JSON file',
    run: async (control, [file = '']) => control.loadWorld(await worldFrom(file)),
  },
  journal: {
    words: '[LIMIT]',
    flags: ['clear'],
    about: 'tell the last requests, the newest first, or --clear',
    run: (control, [limit = '20'], { clear }) =>
      clear ? control.clearJournal() : control.readJournal({ limit: numberFrom('limit', limit) }),
  },
  workspaces: { words: '', about: 'list the workspaces', run: (control) => control.listWorkspaces() },
  'workspace-create': {
    words: '[NAME]',
    flags: ['scenario'],
    about: 'make a workspace, with keys of its own',
    run: (control, [workspace], { scenario }) =>
      control.createWorkspace({ ...(workspace && { workspace }), ...(scenario && { scenario: scenario as Scenario }) }),
  },
  'workspace-delete': {
    words: 'NAME',
    about: 'delete a workspace with all that is in it',
    run: (control, [workspace = '']) => control.deleteWorkspace({ workspace }),
  },
};

function placeFrom([user = '', programId = '']: readonly string[]) {
  return { ...userFrom(user), programId };
}

function cardFrom([user = '', programId = '', cardId = '']: readonly string[]) {
  return { ...userFrom(user), programId, cardId };
}

function number<Name extends string>(name: Name, word: string | undefined): { [Key in Name]?: number } {
  return (word === undefined ? {} : { [name]: numberFrom(name, word) }) as { [Key in Name]?: number };
}

function settingsFrom({ overdue, 'plan-denied': planDenied, limit }: Flags): KeySettings {
  return {
    ...(overdue !== undefined && { overdue: yesOrNo('overdue', overdue) }),
    ...(planDenied !== undefined && { planDenied: yesOrNo('plan-denied', planDenied) }),
    ...(limit !== undefined && { rateLimit: limitFrom(limit) }),
  };
}

function yesOrNo(flag: string, word: string): boolean {
  if (word === 'yes' || word === 'no') return word === 'yes';
  throw new UsageError(`--${flag} is ${JSON.stringify(word)}. It is yes or no.`);
}

async function worldFrom(file: string): Promise<World> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read (${error.code}). Give a JSON file, such as one that export wrote.`);
  });
  try {
    // The sandbox holds it against its schema.
    return JSON.parse(text) as World;
  } catch (error) {
    throw new UsageError(`${file} is not valid JSON: ${(error as Error).message}.`);
  }
}
