import { type Case, type Check, caseCheck } from '../check.ts';
import { emptyKey, type Key, unknownKey } from '../keys.ts';
import { anyKey, nothingListed } from '../requests.ts';
import { type Server, segmentsOf } from '../server.ts';

/** Which of several headers counts. */
export function keyOrder(server: Server): Check[] {
  return server.contract.operations.flatMap((operation) => {
    const { operationId: id, apiKeyHeaders: headers } = operation;
    if (headers.length < 2) return [];
    const { key } = server;
    const skip = segmentsOf(server, operation) ? undefined : nothingListed;
    const fill = (keys: readonly (Key | undefined)[], isBackwards: boolean): Case['sent'] => {
      const sent = headers.flatMap((header, at) => (keys[at] ? [[header, keys[at]] as const] : []));
      return { keys: isBackwards ? sent.reverse() : sent };
    };
    const describe = (keys: readonly (Key | undefined)[]) =>
      headers
        .flatMap((header, at) => {
          const sent = keys[at];
          if (!sent) return [];
          return [`${header} ${sent === key ? 'has the key' : sent === emptyKey ? 'is empty' : 'has an unknown key'}`];
        })
        .join(' and ');
    // On the wire they come in either order, which must not matter.
    const cases = (due: Case['due'], all: readonly (readonly (Key | undefined)[])[]): Case[] =>
      all.map((keys, index) => ({ operation, sent: fill(keys, index % 2 === 0), due, when: describe(keys) }));

    const firstUnknown = headers.flatMap((_, first) =>
      headers.slice(first + 1).map((_, after) =>
        headers.map((_, at) => {
          if (at === first) return unknownKey;
          return at === first + 1 + after ? key : undefined;
        }),
      ),
    );
    const firstKnown = firstUnknown.map((keys) => keys.map((sent) => sent && (sent === key ? unknownKey : key)));
    const emptyBefore = headers
      .slice(1)
      .map((_, empty) => headers.map((_, at) => (at <= empty ? emptyKey : at === empty + 1 ? key : undefined)));
    const emptyAfter = [headers.map((_, at) => (at === 0 ? key : emptyKey))];
    const all = (first: Key, others: Key) => headers.map((_, at) => (at === 0 ? first : others));
    return [
      caseCheck(
        server,
        {
          id: `${id}/first-header-counts`,
          title: `${id} lets the first header count that is not empty`,
          statement: 'key-order',
          skip: server.takesAnyKey ? anyKey : skip,
        },
        [
          ...cases({ status: 401, errorCode: 1001 }, [
            ...firstUnknown,
            all(unknownKey, key),
            headers.map((_, at) => (at === 0 ? emptyKey : at === 1 ? unknownKey : key)),
          ]),
          ...cases({ status: 200 }, [...firstKnown, all(key, unknownKey)]),
        ],
      ),
      caseCheck(
        server,
        { id: `${id}/empty-headers`, title: `${id} passes over headers that are empty`, statement: 'key-order', skip },
        cases({ status: 200 }, [...emptyBefore, ...emptyAfter]),
      ),
    ];
  });
}
