import { defaultApiKeys, listInitialKeys } from '@giftoin/simulator/sandbox';
import type { InitialApiKeys } from '@giftoin/types/sandbox-control';
import type { Query } from '../database/engine.ts';
import { deleteKey, storeKey } from './api-keys.ts';

export async function storeInitialApiKeys(query: Query, workspace: string, apiKeys: InitialApiKeys): Promise<void> {
  for (const key of listInitialKeys(apiKeys)) await storeKey(query, workspace, key);
}

/** Stores the API keys of the workspace `default` again, including those that were revoked. */
export async function restoreDefaultApiKeys(query: Query): Promise<void> {
  for (const keyName of Object.keys(defaultApiKeys)) await deleteKey(query, 'default', keyName);
  await storeInitialApiKeys(query, 'default', defaultApiKeys);
}
