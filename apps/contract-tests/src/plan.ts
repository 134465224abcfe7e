import type { Operation } from '@giftoin/openapi';
import type { Check, Covered } from './check.ts';
import { authentication } from './checks/authentication.ts';
import { consistency } from './checks/consistency.ts';
import { documentedAnswers } from './checks/documented.ts';
import { parameters } from './checks/parameters.ts';
import type { Server } from './server.ts';

/**
 * Every check of the contract that can be made of a server, and, as skipped, every one that cannot. What they find is told
 * without the API key, which an answer that is quoted may hold.
 */
export function checksOf(server: Server): Check[] {
  const keys = [server.target.key, ...Object.values(server.target.keysFor)];
  const hide = (fault: string) => keys.reduce((text, key) => text.replaceAll(key, '[API key]'), fault);
  return [documentedAnswers, authentication, parameters, consistency]
    .flatMap((group) => group(server))
    .map((check) => ({ ...check, run: async () => (await check.run()).map(hide) }));
}

/** The documented answers that no check covers: each a hole in the suite, to be filled before the document grows. */
export function uncovered(operations: readonly Operation[], checks: readonly Check[]): Covered[] {
  const covered = new Set(checks.map(({ covers }) => JSON.stringify(covers)));
  return operations
    .flatMap(({ operationId, responses, apiKeyHeaders }) =>
      responses.flatMap(({ status }) => apiKeyHeaders.map((header) => ({ operationId, status, header }))),
    )
    .filter((answer) => !covered.has(JSON.stringify(answer)));
}
