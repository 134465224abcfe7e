import { findResponse } from '@giftoin/openapi';
import type { Check } from '../model/check.ts';
import { encodeSegment } from '../model/encode-segment.ts';
import { findNamingParameter, toPlace } from '../model/operations.ts';
import { findKnownValue, type ServerUnderTest, unknownId } from '../model/server-under-test.ts';
import { createCaseCheck } from './case-check.ts';
import { createUnknownSegments } from './invalid-requests.ts';
import { noState } from './skip-reasons.ts';

/** IDs that a careless lookup finds although they do not exist. */
const specialIds = ['__proto__', 'constructor', 'toString', 'null', 'undefined', '0', '-1'];

/** Checks that unknown IDs lead to 404, even if they resemble an ID that exists. */
export function createNotFoundChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation) => {
    const naming = findNamingParameter(operation);
    const facts = naming && server.contract.findFacts(naming);
    if (!naming || !facts || !findResponse(operation, 404)) return [];
    const { operationId: id } = operation;
    const listed = server.listedIds.get(toPlace(operation, naming.name)) ?? [];
    const known = findKnownValue(server, operation, naming.name);
    const similar = createSimilarIds(known ?? '');
    const shortest = facts.allowedCharacters.slice(0, 1);
    const candidates = facts.isText
      ? [unknownId, shortest, ...similar, ...specialIds]
      : Object.values(createUnknownSegments(server, operation) ?? {});
    const unknown = [...new Set(candidates)].filter(
      (value) => facts.isValid(value) && !listed.includes(value) && value !== known,
    );
    return [
      createCaseCheck(
        server,
        {
          id: `${id}/not-found`,
          title: `${id} returns 404 if the ID is unknown`,
          requirement: 'not-found',
          skip: server.isMock ? noState : undefined,
        },
        unknown.map((value) => ({
          operation,
          request: { segments: { [naming.name]: encodeSegment(value) } },
          expected: { status: 404 },
          when: similar.includes(value)
            ? `${naming.name} is ${value}, which resembles an ID that exists`
            : `${naming.name} is ${value}, which does not exist`,
        })),
      ),
    ];
  });
}

function createSimilarIds(id: string): string[] {
  if (id === '') return [];
  const middle = Math.floor(id.length / 2);
  return [
    id.slice(0, -1),
    id.slice(1),
    `${id}x`,
    `x${id}`,
    `${id}${id}`,
    id.toUpperCase(),
    id.toLowerCase(),
    // In SQL, `_` matches any character.
    `${id.slice(0, middle)}_${id.slice(middle + 1)}`,
    id.replaceAll('_', '-'),
  ].filter((similar) => similar !== id);
}
