import { timingSafeEqual } from 'node:crypto';
import { createUnknownApiKeyError, type ParameterValues } from '@giftoin/http';
import type { InjectedFault } from '@giftoin/types/sandbox-control';
import { hashSecret, parseWorkspace } from '../api-key.ts';
import type { Store, StoredApiKey, WorkspaceState } from '../store/index.ts';
import type { UserId } from '../world/user-id.ts';
import { createOverdueError, createPlanDeniedError, createRateLimitError } from './errors.ts';
import { toInjectedError } from './injected-fault.ts';
import type { ResponseCache } from './response-cache.ts';

/** The client of a request: an API key in the current state of its workspace. */
export interface Identity {
  readonly workspace: string;
  readonly apiKey: StoredApiKey;
  readonly state: WorkspaceState;
  /** The user that the parameters name, and the version of their inventory: one query reads it with the API key. */
  readonly prefetched: { readonly user: UserId; readonly version: number } | undefined;
  /** What the authorization injected into the response. */
  injectedFault?: InjectedFault | undefined;
}

/** @throws {RequestError} 401 if the API key is unknown */
export async function authenticate(
  store: Store,
  cache: ResponseCache,
  key: string,
  parameters: ParameterValues | undefined,
): Promise<Identity> {
  const workspace = parseWorkspace(key);
  if (workspace === undefined) throw createUnknownApiKeyError();
  const user = toUserId(parameters);
  const versions = await store.readVersions(workspace, user);
  const state = versions && (await cache.readState(workspace, versions.workspace));
  const apiKey = state && findApiKey(state, key);
  if (!apiKey) throw createUnknownApiKeyError();
  return { workspace, apiKey, state, prefetched: user && { user, version: versions.user } };
}

/** @throws {RequestError} 402, 403 or 429 as the settings of the API key say, or the error of an injected fault */
export async function authorize(store: Store, identity: Identity): Promise<void> {
  const { workspace, apiKey } = identity;
  if (apiKey.isUnrestricted) return;
  const { overdue, planDenied, rateLimit } = apiKey.settings;
  if (overdue) throw createOverdueError();
  if (planDenied) throw createPlanDeniedError();
  const delay = rateLimit ? await store.consumeRequestBudget(workspace, apiKey.keyName, rateLimit) : 0;
  if (delay > 0) throw createRateLimitError(delay);
  if (!apiKey.hasInjectedFaults) return;
  identity.injectedFault = await store.takeInjectedFault(workspace, apiKey.keyName);
  const error = identity.injectedFault && toInjectedError(identity.injectedFault);
  if (error) throw error;
}

/** Finds an API key by its hash, in constant time. */
function findApiKey({ keys }: WorkspaceState, key: string): StoredApiKey | undefined {
  const hash = hashSecret(key);
  const found = keys.get(hash);
  return found && timingSafeEqual(Buffer.from(found.hash), Buffer.from(hash)) ? found : undefined;
}

function toUserId({ platform, platformUserId }: ParameterValues = {}): UserId | undefined {
  return typeof platform === 'string' && typeof platformUserId === 'string' ? { platform, platformUserId } : undefined;
}
