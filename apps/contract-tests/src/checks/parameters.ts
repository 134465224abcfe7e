import { answerCheck } from '../answer-check.ts';
import { type Check, skipped } from '../check.ts';
import { nothingListed } from '../requests.ts';
import type { Server } from '../server.ts';

/** Percent-encodings that no parameter can be decoded from. */
const undecodable = ['%', '%zz', '%ff'];

/** What parameters may and may not do, beyond the documented answers. */
export function parameters(server: Server): Check[] {
  return server.operations.flatMap((operation) => {
    const { operationId } = operation;
    const ignored = { title: `${operationId} ignores unknown query parameters` };
    return [
      {
        title: `${operationId} survives parameters that cannot be decoded`,
        run: async () => {
          const faults: string[] = [];
          for (const { name } of operation.parameters.filter(({ in: place }) => place === 'path')) {
            for (const segment of undecodable) {
              const answer = await server.get(operation, { segments: { [name]: segment } });
              // A proxy may refuse what it cannot decode in a shape of its own, but with a 4xx.
              const refused = answer.status >= 400 && answer.status < 500;
              if (!refused) faults.push(`${name} as ${segment}: the status is ${answer.status}, expected a 4xx.`);
            }
          }
          return faults;
        },
      },
      server.segmentsOf(operation)
        ? answerCheck(server, operation, ignored, { status: 200, sent: { query: '?no-such-parameter=1&another' } })
        : skipped(ignored, nothingListed),
    ];
  });
}
