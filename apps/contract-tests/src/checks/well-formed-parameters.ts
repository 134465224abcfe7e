import { findResponse, type Operation, type Parameter } from '@giftoin/openapi';
import type { Check } from '../model/check.ts';
import { encodeSegment } from '../model/encode-segment.ts';
import {
  findNamingParameter,
  isUserParameter,
  listDocumented,
  listPathParameters,
  listSuccesses,
  toPlace,
} from '../model/operations.ts';
import { createKnownSegments, findKnownValue, type ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { compareResponses, type Variant } from './compare-responses.ts';
import { findMissingResource } from './skip-reasons.ts';
import { createWellFormedTexts } from './well-formed-texts.ts';
import { createWellFormedSegments } from './well-formed-values.ts';

/** Checks that every well-formed parameter is accepted, with values at the edges of the pattern. */
export function createWellFormedParameterChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation) => {
    const { operationId: id } = operation;
    if (listPathParameters(operation).length === 0) return [];
    return [
      createCaseCheck(
        server,
        {
          id: `${id}/well-formed`,
          title: `${id} accepts every well-formed parameter`,
          requirement: 'parameters',
        },
        createCases(server, operation),
      ),
      {
        id: `${id}/percent-decoding`,
        title: `${id} percent-decodes each parameter`,
        requirement: 'parameters',
        skip: findMissingResource(server, operation),
        run: async (context) => {
          const encoded = listPathParameters(operation).map(({ name }): Variant => {
            const segment = encodeAll(findKnownValue(server, operation, name) ?? '');
            const request = { segments: { [name]: segment } };
            return { id: `encoded-${name}`, name: `${name} percent-encoded as ${segment}`, request };
          });
          const variants = [{ id: 'plain', name: 'the plain path', request: {} }, ...encoded];
          const likelyCause = 'The server does not percent-decode the path.';
          await compareResponses(server, context, operation, 'parameters', variants, likelyCause);
        },
      },
    ];
  });
}

function createCases(server: ServerUnderTest, operation: Operation): Case[] {
  const naming = findNamingParameter(operation);
  const others = listPathParameters(operation).filter((parameter) => parameter !== naming);
  const exists = createKnownSegments(server, operation) !== undefined;
  const columns = others
    .map((parameter) => ({ name: parameter.name, values: createSharedSegments(server, operation, parameter) }))
    .filter(({ values }) => values.length > 0);
  const rows = Math.max(0, ...columns.map(({ values }) => values.length));
  // One request has a value for each parameter: all are well-formed, so that none may be rejected.
  const combined = Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[row % values.length] ?? ''])),
  );
  const named = naming
    ? createSharedSegments(server, operation, naming).map((value) => ({ [naming.name]: value }))
    : [];
  const success = listSuccesses(operation);
  const isMissing = naming !== undefined && !exists;
  // Whatever the other parameters name can be missing, unless they name the user.
  const canBeMissing = others.some(({ name }) => !isUserParameter(name));
  const expected = canBeMissing ? [...success, ...listDocumented(operation, [404])] : isMissing ? [404] : success;
  return [
    ...combined.map((segments) => createCase(operation, segments, expected)),
    ...named.map((segments) => createCase(operation, segments, findExpectedStatuses(server, operation, segments))),
  ];
}

function createCase(operation: Operation, segments: Readonly<Record<string, string>>, status: readonly number[]): Case {
  const when = Object.entries(segments)
    .map(([name, value]) => `${name} is ${value}`)
    .join(' and ');
  return { operation, request: { segments }, expected: { status }, when: `${when}, which is well-formed` };
}

/** The status code for a well-formed ID: 404, unless the ID happens to be in the list. */
function findExpectedStatuses(
  server: ServerUnderTest,
  operation: Operation,
  segments: Readonly<Record<string, string>>,
): readonly number[] {
  const success = listSuccesses(operation);
  if (server.isMock || !findResponse(operation, 404)) return success;
  const isListed = Object.entries(segments).some(([name, value]) =>
    server.listedIds.get(toPlace(operation, name))?.includes(decodeURIComponent(value)),
  );
  // A list in pages does not show whether an ID that it does not have exists.
  if (server.contract.findList(operation)?.pagination && !isListed) return [404, ...success];
  return isListed ? success : [404];
}

/** The segments for a parameter: the edges, and the share of this operation in the others. */
function createSharedSegments(server: ServerUnderTest, operation: Operation, parameter: Parameter): string[] {
  const facts = server.contract.findFacts(parameter);
  const fitting = createWellFormedTexts(server.contract, parameter).map(({ texts }) => encodeSegment(texts.join(',')));
  if (!facts.isText) return fitting;
  const sharing = server.contract.reads.filter(({ parameters }) =>
    parameters.some((other) => other.in === 'path' && server.contract.findFacts(other) === facts),
  );
  const { edges, others } = createWellFormedSegments(facts, server.seed);
  const values = [...edges, ...others.filter((_, index) => index % sharing.length === sharing.indexOf(operation))];
  // A text of a format, for example a UUID, is none of these.
  return values.length > 0 ? values : fitting;
}

function encodeAll(value: string): string {
  return [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
