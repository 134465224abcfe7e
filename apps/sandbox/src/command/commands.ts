import { cards } from './cards.ts';
import { clock } from './clock.ts';
import type { Command } from './command.ts';
import { keys } from './keys.ts';
import { workspaces } from './workspaces.ts';
import { worlds } from './worlds.ts';

/** Every command that drives a running sandbox, by its name, in the order of the help. */
export const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({ ...cards, ...clock, ...worlds, ...keys, ...workspaces }),
);
