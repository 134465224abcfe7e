import { bodies } from './bodies.ts';
import { connections } from './connections.ts';
import type { HostileServer } from './hostile-server.ts';
import { texts } from './texts.ts';

/** Servers that try to hurt the suite, by name. */
export const catalogue: Readonly<Record<string, HostileServer>> = { ...bodies, ...connections, ...texts };
