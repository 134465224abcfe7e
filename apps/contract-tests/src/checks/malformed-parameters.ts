import type { Operation, Parameter } from '@giftoin/openapi';
import type { Check } from '../model/check.ts';
import { encodeSegment } from '../model/encode-segment.ts';
import { listMalformedStatuses, listPathParameters } from '../model/operations.ts';
import { findKnownValue, type ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { createMalformedTexts } from './malformed-texts.ts';
import { createMalformedValues, type MalformedValue } from './malformed-values.ts';
import { findMissingParameter } from './skip-reasons.ts';

interface Place {
  readonly operation: Operation;
  readonly parameter: Parameter;
}

/** Checks that every malformed parameter, and every missing one, leads to 400, or to what the document has instead. */
export function createMalformedParameterChecks(server: ServerUnderTest): Check[] {
  const { reads } = server.contract;
  return [
    ...createPathChecks(server, reads),
    ...reads.flatMap((operation) => createOtherParameterChecks(server, operation)),
  ];
}

/** Checks the path parameters of operations, which share the values that say more about the server than about a parameter. */
function createPathChecks(server: ServerUnderTest, operations: readonly Operation[]): Check[] {
  const places = operations
    .filter((operation) => listMalformedStatuses(operation, 'path').length > 0)
    .flatMap((operation) => listPathParameters(operation).map((parameter): Place => ({ operation, parameter })));
  return places.flatMap((place) => {
    const { operation, parameter } = place;
    const facts = server.contract.findFacts(parameter);
    if (facts.isValid('\u{1F3B4}!')) return [];
    if (!facts.isText) return [createTypedPathCheck(server, place)];
    const samePlaces = places.filter((other) => server.contract.findFacts(other.parameter) === facts);
    const known = findKnownValue(server, operation, parameter.name) ?? 'a';
    const isLast = operation.path.endsWith(`/{${parameter.name}}`);
    const { everywhere, oncePerParameter, once } = createMalformedValues(facts, known, server.seed, isLast);
    const values = [
      ...everywhere,
      ...takeShare(oncePerParameter, samePlaces.length, samePlaces.indexOf(place)),
      ...takeShare(once, places.length, places.indexOf(place)),
    ];
    return [
      createMalformedCheck(
        server,
        place,
        values.map((value) => createPathCase(place, value)),
      ),
    ];
  });
}

/** Checks a path parameter that is not a string, for example an integer. */
export function createTypedPathCheck(server: ServerUnderTest, place: Place): Check {
  const { operation, parameter } = place;
  const cases = createMalformedTexts(server.contract, parameter).map(({ texts, when }) =>
    createPathCase(place, { segment: encodeSegment(texts.join(',')), when }),
  );
  return createMalformedCheck(server, { operation, parameter }, cases);
}

/** Checks the query and header parameters of an operation. */
export function createOtherParameterChecks(server: ServerUnderTest, operation: Operation): Check[] {
  const { operationId: id } = operation;
  const skip = findMissingParameter(server, operation);
  return operation.parameters
    .filter(({ in: location }) => location !== 'path')
    .flatMap((parameter) => {
      const { name, in: location, required } = parameter;
      const status = listMalformedStatuses(operation, location);
      const expected = { status };
      const malformed = createMalformedTexts(server.contract, parameter);
      const undocumented = `the document has no 400 or 422 for a malformed ${name}`;
      const cases = malformed.map(
        ({ texts, when }): Case => ({
          operation,
          request: { parameters: { [name]: texts } },
          expected,
          when: `${name} ${when}`,
        }),
      );
      if (status.length === 0) {
        const isChecked = malformed.length > 0 || required;
        return isChecked ? [{ ...describeMalformed({ operation, parameter }), skip: undocumented }] : [];
      }
      const missing: Case = {
        operation,
        request: { parameters: { [name]: undefined } },
        expected,
        when: `${name} is missing`,
      };
      return [
        ...(cases.length > 0 ? [createMalformedCheck(server, { operation, parameter }, cases, skip)] : []),
        ...(required
          ? [
              createCaseCheck(
                server,
                {
                  id: `${id}/missing/${name}`,
                  title: `${id} returns ${status.join(' or ')} if ${name} is missing`,
                  requirement: 'parameters',
                  skip,
                },
                [missing],
              ),
            ]
          : []),
      ];
    });
}

function createMalformedCheck(server: ServerUnderTest, place: Place, cases: readonly Case[], skip?: string): Check {
  return createCaseCheck(server, { ...describeMalformed(place), skip }, cases);
}

function describeMalformed({ operation, parameter: { name, in: location } }: Place) {
  const { operationId: id } = operation;
  const statuses = listMalformedStatuses(operation, location);
  return {
    id: `${id}/malformed/${name}`,
    title: `${id} returns ${statuses.join(' or ') || 'an error'} if ${name} is malformed`,
    requirement: 'parameters' as const,
  };
}

function takeShare<Item>(items: readonly Item[], shares: number, share: number): Item[] {
  return items.filter((_, index) => index % shares === share);
}

function createPathCase({ operation, parameter: { name } }: Place, value: MalformedValue): Case {
  const { segment, when, likelyCause, ...tolerated } = value;
  return {
    operation,
    request: { segments: { [name]: segment }, ...tolerated },
    expected: { status: listMalformedStatuses(operation, 'path') },
    when: `${name} ${when}`,
    likelyCause,
  };
}
