import type { Check } from '../../model/check.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createBodyChecks } from './body-checks.ts';
import { createIdempotencyCheck } from './idempotency.ts';
import { createKeyChecks } from './keys.ts';
import { createWriteNotFoundCheck } from './not-found.ts';
import { createWriteParameterChecks } from './parameters.ts';
import { createSuccessCheck } from './success.ts';

/** Checks the operations that change data, with few requests. What a server rejects changes nothing, so that it comes first. */
export function createWriteChecks(server: ServerUnderTest): Check[] {
  if (!server.checksWrites) return [];
  return server.contract.writes.flatMap((operation) => [
    ...createKeyChecks(server, operation),
    ...createWriteParameterChecks(server, operation),
    ...createWriteNotFoundCheck(server, operation),
    ...createBodyChecks(server, operation),
    createSuccessCheck(server, operation),
    ...createIdempotencyCheck(server, operation),
  ]);
}
