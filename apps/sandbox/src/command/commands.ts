import { cardCommands } from './card-commands.ts';
import { clockCommands } from './clock-commands.ts';
import type { Command } from './command.ts';
import { keyCommands } from './key-commands.ts';
import { workspaceCommands } from './workspace-commands.ts';
import { worldCommands } from './world-commands.ts';

/** All commands that call the control API, by name, in the order of the help. */
export const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({ ...cardCommands, ...clockCommands, ...worldCommands, ...keyCommands, ...workspaceCommands }),
);
