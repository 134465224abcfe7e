import type { Operation } from '@giftoin/openapi';
import { type Case, type Check, caseCheck } from '../check.ts';
import { pathParametersOf } from '../contract.ts';
import { documents } from '../requests.ts';
import type { Server } from '../server.ts';
import { type Malformed, malformedValues } from './malformed-values.ts';

/** What is malformed is refused with 400, whichever way it is. */
export function malformed(server: Server): Check[] {
  const places = server.contract.operations
    .filter((operation) => documents(operation, 400))
    .flatMap((operation) => pathParametersOf(operation).map(({ name }) => ({ operation, name })));
  return places.flatMap((place) => {
    const { operation, name } = place;
    const facts = server.contract.parameters.get(name);
    if (!facts || facts.fits('\u{1F3B4}!')) return [];
    const alike = places.filter((other) => other.name === name);
    const { everywhere, inEachParameter, somewhere } = malformedValues(
      facts,
      server.known.get(name) ?? 'a',
      server.seed,
    );
    const values = [
      ...everywhere,
      ...shareOf(inEachParameter, alike.length, alike.indexOf(place)),
      ...shareOf(somewhere, places.length, places.indexOf(place)),
    ];
    return [
      caseCheck(
        server,
        {
          id: `${operation.operationId}/malformed/${name}`,
          title: `${operation.operationId} answers 400 where ${name} is malformed`,
          statement: 'parameters',
        },
        values.map((value) => caseOf(operation, name, value)),
      ),
    ];
  });
}

function shareOf<Item>(items: readonly Item[], shares: number, share: number): Item[] {
  return items.filter((_, index) => index % shares === share);
}

function caseOf(operation: Operation, name: string, value: Malformed): Case {
  const { segment, when, likelyCause, ...allowed } = value;
  return {
    operation,
    sent: { segments: { [name]: segment }, ...allowed },
    due: { status: 400 },
    when: `${name} ${when}`,
    likelyCause,
  };
}
