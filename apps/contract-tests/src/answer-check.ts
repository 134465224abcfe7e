import type { Operation } from '@giftoin/openapi';
import type { Check } from './check.ts';
import { type Due, faultsOf } from './faults.ts';
import type { Server } from './server.ts';

/** The check that an operation gives the answer that is due. */
export function answerCheck(server: Server, operation: Operation, named: Omit<Check, 'run'>, due: Due): Check {
  return {
    ...named,
    run: async () => {
      let answer = await server.get(operation, due.sent);
      for (let asked = 1; answer.status !== due.status && asked < (due.attempts ?? 1); asked += 1) {
        answer = await server.get(operation, due.sent);
      }
      return faultsOf(server, operation, answer, due);
    },
  };
}
