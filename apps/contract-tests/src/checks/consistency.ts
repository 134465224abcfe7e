import type { Operation } from '@giftoin/openapi';
import { checkEqualHeaders, checkListAgainstOne } from '@giftoin/rules';
import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { type Check, skipped } from '../check.ts';
import { malformedSegments, nothingListed, unknownKey } from '../requests.ts';
import type { Sent, Server } from '../server.ts';

/** What several answers must say alike. */
export function consistency(server: Server): Check[] {
  return [...server.operations.map((operation) => equalHeaders(server, operation)), ...listAndOne(server)];
}

function equalHeaders(server: Server, operation: Operation): Check {
  const { key } = server.target;
  const asked: readonly [string, Sent][] = [
    [key, {}],
    [unknownKey, {}],
    [key, { segments: malformedSegments(server.check, operation) }],
  ];
  return {
    title: `${operation.operationId} answers alike whichever header carries the key`,
    run: async () => {
      const faults: string[] = [];
      for (const [value, sent] of asked) {
        const compare = async () => {
          const answers = [];
          for (const header of operation.apiKeyHeaders) {
            const { status, json } = await server.get(operation, { ...sent, keys: { [header]: value } });
            answers.push({ header, status, body: json });
          }
          const [one, ...others] = answers;
          return others.flatMap((other) => (one ? checkEqualHeaders(one, other, [value]) : []));
        };
        faults.push(...(await confirmed(compare)));
      }
      return faults;
    },
  };
}

function listAndOne(server: Server): Check[] {
  const list = server.operations.find(({ operationId }) => operationId === 'listCollectionChallengeProgress');
  const one = server.operations.find(({ operationId }) => operationId === 'getCollectionChallengeProgress');
  if (!list || !one) return [];
  const named = { title: 'A program of the list answers the same alone' };
  if (!server.segmentsOf(one)) return [skipped(named, nothingListed)];
  return [
    {
      ...named,
      run: () =>
        confirmed(async () => {
          const programs = (await server.get(list)).json as CollectionChallengeProgressList;
          const findings = [];
          for (const { id } of Array.isArray(programs) ? programs : []) {
            const { status, json } = await server.get(one, { segments: { programId: encodeURIComponent(id) } });
            const alone = status === 200 ? (json as CollectionChallengeProgress) : undefined;
            findings.push(...checkListAgainstOne(programs, id, alone));
          }
          return findings;
        }),
    },
  ];
}

/** What is found twice: a user may have moved on between two answers. */
async function confirmed(
  compare: () => Promise<readonly { readonly path: string; readonly sentence: string }[]>,
): Promise<string[]> {
  if ((await compare()).length === 0) return [];
  return (await compare()).map(({ sentence }) => sentence);
}
