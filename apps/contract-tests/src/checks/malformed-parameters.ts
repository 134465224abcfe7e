import type { Operation } from '@giftoin/openapi';
import type { Check } from '../model/check.ts';
import { findResponse, listPathParameters } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { createMalformedValues, type MalformedValue } from './malformed-values.ts';

/** Checks that every malformed parameter leads to 400. */
export function createMalformedParameterChecks(server: ServerUnderTest): Check[] {
  const places = server.contract.operations
    .filter((operation) => findResponse(operation, 400))
    .flatMap((operation) => listPathParameters(operation).map(({ name }) => ({ operation, name })));
  return places.flatMap((place) => {
    const { operation, name } = place;
    const facts = server.contract.parameters.get(name);
    if (!facts || facts.isValid('\u{1F3B4}!')) return [];
    const samePlaces = places.filter((other) => other.name === name);
    const known = server.knownValues.get(name) ?? 'a';
    const { everywhere, oncePerParameter, once } = createMalformedValues(facts, known, server.seed);
    const values = [
      ...everywhere,
      ...takeShare(oncePerParameter, samePlaces.length, samePlaces.indexOf(place)),
      ...takeShare(once, places.length, places.indexOf(place)),
    ];
    return [
      createCaseCheck(
        server,
        {
          id: `${operation.operationId}/malformed/${name}`,
          title: `${operation.operationId} returns 400 if ${name} is malformed`,
          requirement: 'parameters',
        },
        values.map((value) => createCase(operation, name, value)),
      ),
    ];
  });
}

function takeShare<Item>(items: readonly Item[], shares: number, share: number): Item[] {
  return items.filter((_, index) => index % shares === share);
}

function createCase(operation: Operation, name: string, value: MalformedValue): Case {
  const { segment, when, likelyCause, ...tolerated } = value;
  return {
    operation,
    request: { segments: { [name]: segment }, ...tolerated },
    expected: { status: 400 },
    when: `${name} ${when}`,
    likelyCause,
  };
}
