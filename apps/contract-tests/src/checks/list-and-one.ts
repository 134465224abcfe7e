import { isObject, type Operation } from '@giftoin/openapi';
import { checkListAgainstOne } from '@giftoin/rules';
import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import type { Asking, Check } from '../check.ts';
import { namingParameterOf } from '../contract.ts';
import type { Exchange, Fault } from '../recorder.ts';
import { nothingListed } from '../requests.ts';
import type { Server } from '../server.ts';
import { ExhaustedError } from '../transport/pace.ts';

/** Each item of a list against what it answers alone: every one, as far as the budget goes. */
export function listAndOne(server: Server): Check[] {
  return server.contract.operations.flatMap((one) => {
    const list = server.contract.listOf(one);
    const naming = namingParameterOf(one);
    if (!list || !naming?.returnedAs) return [];
    const { name, returnedAs } = naming;
    const ids = [...new Set(server.listed.get(name) ?? [])];
    const candidates = [server.known.get(name), naming.example].filter((id) => typeof id === 'string');
    for (const id of candidates) if (!ids.includes(id)) ids.push(id);
    return [
      {
        id: `${one.operationId}/list-and-one`,
        title: `${one.operationId} answers every item of ${list.operationId} as the list has it`,
        statement: '7-list-and-one',
        skip: ids.length === 0 ? nothingListed : undefined,
        run: async (asking) => {
          // Kept back for what is read once more.
          const room = Math.max(0, asking.left() - 5);
          const asked = ids.slice(0, room);
          const items = await itemsOf(asking, list);
          if (!items) return;
          await Promise.all(asked.map((id) => checkOne(asking, one, list, { name, returnedAs }, id, items)));
          if (asked.length < ids.length) {
            throw new ExhaustedError(
              `the budget was enough for ${asked.length} of the ${ids.length} to compare with the list: give more with --budget`,
            );
          }
        },
      },
    ];
  });
}

type Items = readonly unknown[];

async function itemsOf(asking: Asking, list: Operation): Promise<Items | undefined> {
  const exchange = await asking.get(list);
  return exchange?.answer.status === 200 && Array.isArray(exchange.answer.json) ? exchange.answer.json : undefined;
}

async function checkOne(
  asking: Asking,
  one: Operation,
  list: Operation,
  { name, returnedAs }: { readonly name: string; readonly returnedAs: string },
  id: string,
  items: Items,
): Promise<void> {
  const read = async (all: Items): Promise<[Exchange, Fault[]] | undefined> => {
    const exchange = await asking.get(one, { segments: { [name]: encodeURIComponent(id) } });
    if (!exchange) return undefined;
    const { status, json } = exchange.answer;
    // Items that are no programs are compared all the same: the rule looks for them by their id.
    const listed = all.flatMap((item) => (isObject(item) ? [{ ...item, id: item[returnedAs] }] : []));
    const alone = status === 200 ? (json as CollectionChallengeProgress) : undefined;
    const found = checkListAgainstOne(listed as unknown as CollectionChallengeProgressList, id, alone);
    return [exchange, found.map(({ path, sentence }) => faultOf(status, path, sentence))];
  };
  let found = await read(items);
  // The user may have moved on between the two answers, more than once.
  for (let reading = 0; reading < 2 && found && found[1].length > 0; reading += 1) {
    const again = await itemsOf(asking, list);
    found = again && (await read(again));
  }
  if (found) asking.record(found[0], found[1].slice(0, 1));
}

function faultOf(status: number, path: string, sentence: string): Fault {
  return {
    statement: '7-list-and-one',
    cause: `7-list-and-one: ${status}: ${path.replaceAll(/\[\d+\]/g, '')}`,
    sentence: status === 200 ? sentence : sentence.replace('answers 404', `answers ${status}`),
    expected: 'the item of the list',
  };
}
