import type { InitialApiKeys, InjectedFault, KeySettings } from '@giftoin/types/sandbox-control';
import { createApiKey } from './api-key.ts';
import { defaultSettings, type KeyToStore } from './key-to-store.ts';

interface InitialKey {
  readonly settings?: KeySettings;
  readonly injectedFaults?: readonly InjectedFault[];
}

/** The settings and injected faults of the API keys that a new workspace has. */
const initialKeys: Readonly<Record<keyof InitialApiKeys, InitialKey>> = {
  default: {},
  overdue: { settings: { overdue: true } },
  denied: { settings: { planDenied: true } },
  limited: { settings: { rateLimit: { requests: 1, per: 60_000 } } },
  failing: { injectedFaults: [{ status: 500 }] },
};

/** The API keys of the workspace `default`. They are documented and not secret. */
export const defaultApiKeys: InitialApiKeys = {
  default: createApiKey('default', 'sandbox'),
  overdue: createApiKey('default', 'overdue'),
  denied: createApiKey('default', 'denied'),
  limited: createApiKey('default', 'limited'),
  failing: createApiKey('default', 'failing'),
};

/** Creates random API keys for a new workspace. */
export function createInitialApiKeys(workspace: string): InitialApiKeys {
  const keyNames = Object.keys(initialKeys) as (keyof InitialApiKeys)[];
  return Object.fromEntries(keyNames.map((keyName) => [keyName, createApiKey(workspace)])) as unknown as InitialApiKeys;
}

/** Lists the API keys to store for a new workspace, with the settings and injected faults of each. */
export function listInitialKeys(apiKeys: InitialApiKeys): KeyToStore[] {
  return Object.entries(initialKeys).map(([keyName, { settings = {}, injectedFaults = [] }]) => ({
    keyName,
    apiKey: apiKeys[keyName as keyof InitialApiKeys],
    environment: 'production',
    settings: { ...defaultSettings, ...settings },
    injectedFaults,
  }));
}
