import type { Scenario } from '@giftoin/types/sandbox-control';
import type { Commands } from './command.ts';
import { numberFrom, UsageError } from './values.ts';

/** Workspaces, and what was asked in one. */
export const workspaces: Commands = {
  journal: {
    words: '[LIMIT]',
    flags: ['clear'],
    about: 'tell the last requests, the newest first, or --clear them',
    run: (control, [limit], { clear }) => {
      if (!clear) return control.readRequestLog({ limit: numberFrom('LIMIT', limit ?? '20') });
      if (limit !== undefined) throw new UsageError('journal --clear takes no LIMIT.');
      return control.clearRequestLog();
    },
  },
  workspaces: { words: '', about: 'list the workspaces', run: (control) => control.listWorkspaces() },
  'workspace-create': {
    words: '[NAME]',
    flags: ['scenario'],
    about: 'make a workspace, and tell its keys this once',
    run: (control, [workspace], { scenario }) =>
      control.createWorkspace({
        ...(workspace !== undefined && { workspace }),
        // The sandbox holds it against the scenarios there are.
        ...(scenario !== undefined && { scenario: scenario as Scenario }),
      }),
  },
  'workspace-delete': {
    words: 'NAME',
    about: 'delete a workspace with all that is in it',
    run: (control, [workspace = '']) => control.deleteWorkspace({ workspace }),
  },
};
