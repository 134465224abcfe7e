import type { InjectedFault, KeySettings, NewKey } from '@giftoin/types/sandbox-control';
import { createApiKey } from './api-key.ts';
import { createRandomHex } from './random-hex.ts';

/** An API key to store. A reset restores its settings and injected faults. */
export interface KeyToStore {
  readonly keyName: string;
  readonly apiKey: string;
  readonly environment: string;
  readonly settings: Required<KeySettings>;
  readonly injectedFaults: readonly InjectedFault[];
}

/** The settings of an API key without restrictions. */
export const defaultSettings: Required<KeySettings> = { overdue: false, planDenied: false, rateLimit: null };

/** Creates an API key with a random secret, and with a random name if it has none. */
export function createKeyToStore(workspace: string, newKey: NewKey): KeyToStore {
  const { keyName = `key-${createRandomHex(4)}`, environment = 'production', ...settings } = newKey;
  return {
    keyName,
    apiKey: createApiKey(workspace),
    environment,
    settings: { ...defaultSettings, ...settings },
    injectedFaults: [],
  };
}

/** Whether an API key has no restrictions and no injected faults. */
export function isUnrestricted({ overdue, planDenied, rateLimit }: KeySettings, hasInjectedFaults: boolean): boolean {
  return !hasInjectedFaults && !overdue && !planDenied && !rateLimit;
}
