import type { Store } from '../store.ts';
import type { Client } from './client.ts';
import { createOverdueError, createPlanDeniedError, createRateLimitError } from './errors.ts';
import { toInjectedError } from './injected-error.ts';

/** @throws {RequestError} 402, 403 or 429 as the settings of the API key say, or the error of an injected fault */
export async function authorize(store: Store, client: Client): Promise<void> {
  const { workspace, apiKey } = client;
  if (apiKey.isUnrestricted) return;
  const { overdue, planDenied, rateLimit } = apiKey.settings;
  if (overdue) throw createOverdueError();
  if (planDenied) throw createPlanDeniedError();
  const delay = rateLimit ? await store.consumeRequestBudget(workspace, apiKey.keyName, rateLimit) : 0;
  if (delay > 0) throw createRateLimitError(delay);
  if (!apiKey.hasInjectedFaults) return;
  client.injectedFault = await store.takeInjectedFault(workspace, apiKey.keyName);
  const error = client.injectedFault && toInjectedError(client.injectedFault);
  if (error) throw error;
}
