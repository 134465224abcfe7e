import type { ApiState } from '../api/api-options.ts';
import type { Client } from '../api/client.ts';
import { isUnrestricted } from '../keys/key-to-store.ts';
import { readTime } from '../world/clock.ts';
import { computeProgress, emptyProgramInventory, isVisible } from '../world/progress.ts';
import { formatUserKey, type UserId } from '../world/user-id.ts';
import type { MemoryStore } from './memory-store.ts';
import type { MemoryWorkspace } from './workspace.ts';

/** The client of a request to a store in memory. */
export interface MemoryClient extends Client {
  readonly state: MemoryWorkspace;
}

/** How the API reads a store in memory. */
export function createMemoryApiState(store: MemoryStore, systemNow: () => number): ApiState<MemoryClient> {
  return {
    store,
    async findClient(workspace, apiKey) {
      const state = store.findWorkspace(workspace);
      const key = state && [...state.keys.values()].find(({ initial }) => initial.apiKey === apiKey);
      if (!key) return undefined;
      const { initial, settings, faults } = key;
      const { keyName, environment } = initial;
      const hasInjectedFaults = faults.length > 0;
      return {
        workspace,
        state,
        apiKey: {
          keyName,
          environment,
          settings,
          hasInjectedFaults,
          isUnrestricted: isUnrestricted(settings, hasInjectedFaults),
        },
      };
    },
    createContext({ workspace, state, apiKey: { environment } }) {
      const programs = state.programs.filter((program) => program.environment === environment);
      const now = readTime(state.clock, systemNow());
      const listVisible = (user: UserId) => {
        const inventories = state.inventories.get(formatUserKey(user));
        return programs
          .filter((program) => isVisible(program, now))
          .map((program) => computeProgress(program, inventories?.get(program.id) ?? emptyProgramInventory, now));
      };
      return {
        store,
        workspace,
        environment,
        programs,
        now,
        listProgress: async (user) => encode(listVisible(user)),
        readProgress: async (user, programId) => {
          const progress = listVisible(user).find(({ id }) => id === programId);
          return progress && encode(progress);
        },
      };
    },
  };
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
