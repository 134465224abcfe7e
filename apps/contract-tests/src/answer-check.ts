import type { Operation } from '@giftoin/openapi';
import type { Check } from './check.ts';
import { type Due, faultsOf } from './faults.ts';
import type { Server } from './server.ts';

/** The check that an operation gives the answer that is due. */
export function answerCheck(server: Server, operation: Operation, named: Omit<Check, 'run'>, due: Due): Check {
  return {
    ...named,
    run: async () => faultsOf(server, operation, await server.get(operation, due.sent), due),
  };
}
