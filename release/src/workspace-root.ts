import { fileURLToPath } from 'node:url';

/** The folder of this workspace. */
export const workspaceRoot = fileURLToPath(new URL('../..', import.meta.url));
