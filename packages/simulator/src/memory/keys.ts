import type { Key } from '@giftoin/types/sandbox-control';
import { createKeyToStore } from '../keys/key-to-store.ts';
import { createUnknownKeyError, createUsedKeyError } from '../rules/errors.ts';
import { isInShare, requireEffect } from '../rules/faults.ts';
import { takeToken } from '../rules/request-budget.ts';
import type { Store } from '../store.ts';
import { sortByName } from './export-world.ts';
import {
  createMemoryFault,
  createMemoryKey,
  type MemoryFault,
  type MemoryKey,
  type MemoryWorkspace,
} from './workspace.ts';

type KeyMethods =
  | 'listKeys'
  | 'createKey'
  | 'changeKey'
  | 'revokeKey'
  | 'injectFault'
  | 'clearInjectedFaults'
  | 'consumeRequestBudget'
  | 'takeInjectedFault';

/** The methods of the store that read and change API keys, with their rate limits and injected faults. */
export function createKeyMethods(
  find: (workspace: string) => MemoryWorkspace,
  systemNow: () => number,
): Pick<Store, KeyMethods> {
  function findKey(workspace: string, keyName: string): MemoryKey {
    const key = find(workspace).keys.get(keyName);
    if (!key) throw createUnknownKeyError(workspace, keyName);
    return key;
  }

  return {
    listKeys: async (workspace) => sortByName(find(workspace).keys).map(([, key]) => toKey(key)),
    async createKey(workspace, newKey) {
      const { keys } = find(workspace);
      const key = createKeyToStore(workspace, newKey);
      const { keyName, apiKey } = key;
      if (keys.has(keyName)) throw createUsedKeyError(keyName);
      keys.set(keyName, createMemoryKey(key));
      return { keyName, apiKey };
    },
    async changeKey(workspace, keyName, settings) {
      const key = findKey(workspace, keyName);
      key.settings = { ...key.settings, ...settings };
      key.fullAt = 0;
      return toKey(key);
    },
    async revokeKey(workspace, keyName) {
      findKey(workspace, keyName);
      find(workspace).keys.delete(keyName);
      return undefined;
    },
    async injectFault(workspace, keyName, fault) {
      requireEffect(fault);
      const key = findKey(workspace, keyName);
      key.faults = [...key.faults, createMemoryFault(structuredClone(fault))];
      return toKey(key);
    },
    async clearInjectedFaults(workspace, keyName) {
      findKey(workspace, keyName).faults = [];
      return undefined;
    },
    async consumeRequestBudget(workspace, keyName, rateLimit) {
      const key = findKey(workspace, keyName);
      const { fullAt, wait } = takeToken(key.fullAt, rateLimit, systemNow());
      key.fullAt = fullAt;
      return wait;
    },
    async takeInjectedFault(workspace, keyName) {
      const key = findKey(workspace, keyName);
      for (const each of key.faults) each.requestCount += 1;
      const taken = key.faults.find(({ fault, requestCount }) => isInShare(fault.share, requestCount));
      if (!taken) return undefined;
      const result = toInjectedFault(taken);
      if (taken.remaining !== undefined) taken.remaining -= 1;
      key.faults = key.faults.filter(({ remaining }) => remaining !== 0);
      return result;
    },
  };
}

function toKey({ initial: { keyName, environment }, settings, faults }: MemoryKey): Key {
  return { keyName, environment, ...settings, injectedFaults: faults.map(toInjectedFault) };
}

/** `times` is the number of requests that are left. */
function toInjectedFault({ fault, remaining }: MemoryFault) {
  return remaining === undefined ? fault : { ...fault, times: remaining };
}
