import { createJsonResponse, type Operation, type OutgoingResponse } from '@giftoin/http/portable';
import type { Store } from '../store.ts';

function createProbe(path: string): Operation {
  return { operationId: path.slice(1), method: 'get', path, parameters: [], apiKeyHeaders: [] };
}

const liveness = createProbe('/healthz');
const readiness = createProbe('/readyz');

/** Whether the process runs (`/healthz`), and whether it can respond (`/readyz`). Not part of the contract. */
export const probes: readonly Operation[] = [liveness, readiness];

/** Throws what the store throws if its state is unavailable and `/readyz` was requested. */
export async function runProbe(store: Store, probe: Operation): Promise<OutgoingResponse> {
  if (probe === readiness) await store.ping();
  return createJsonResponse(200, { status: 'ok' });
}
