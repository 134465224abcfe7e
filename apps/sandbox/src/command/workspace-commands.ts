import { UsageError } from '@giftoin/command-line';
import type { Scenario } from '@giftoin/types/sandbox-control';
import type { Commands } from './command.ts';
import { parseNumber } from './parse-values.ts';

/** Commands for workspaces and their request logs. */
export const workspaceCommands: Commands = {
  'request-log': {
    parameters: '[LIMIT]',
    flags: ['clear'],
    description: 'list the last requests, newest first (20 if LIMIT is omitted), or --clear them',
    run: (control, [limit], { clear }) => {
      if (!clear) return control.readRequestLog({ limit: parseNumber('LIMIT', limit ?? '20') });
      if (limit !== undefined) throw new UsageError('request-log --clear does not take a LIMIT.');
      return control.clearRequestLog();
    },
  },
  workspaces: { parameters: '', description: 'list the workspaces', run: (control) => control.listWorkspaces() },
  'workspace-create': {
    parameters: '[NAME]',
    flags: ['scenario'],
    description: 'create a workspace, and print its API keys once',
    run: (control, [workspace], { scenario }) =>
      control.createWorkspace({
        ...(workspace !== undefined && { workspace }),
        // The control API validates the scenario.
        ...(scenario !== undefined && { scenario: scenario as Scenario }),
      }),
  },
  'workspace-delete': {
    parameters: 'NAME',
    description: 'delete a workspace and everything in it',
    run: (control, [workspace = '']) => control.deleteWorkspace({ workspace }),
  },
};
