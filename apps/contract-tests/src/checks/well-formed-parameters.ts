import type { Operation } from '@giftoin/openapi';
import type { Check } from '../model/check.ts';
import { findNamingParameter, findResponse, listPathParameters } from '../model/operations.ts';
import { createKnownSegments, type ServerUnderTest } from '../model/server-under-test.ts';
import { type Case, createCaseCheck } from './case-check.ts';
import { compareResponses, type Variant } from './compare-responses.ts';
import { nothingListed } from './skip-reasons.ts';
import { createWellFormedSegments } from './well-formed-values.ts';

/** Checks that every well-formed parameter is accepted, with values at the edges of the pattern. */
export function createWellFormedParameterChecks(server: ServerUnderTest): Check[] {
  return server.contract.operations.flatMap((operation) => {
    const { operationId: id } = operation;
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
        skip: createKnownSegments(server, operation) ? undefined : nothingListed,
        run: async (context) => {
          const encoded = listPathParameters(operation).map(({ name }): Variant => {
            const segment = encodeAll(server.knownValues.get(name) ?? '');
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
  const columns = others.map(({ name }) => ({ name, values: createSharedSegments(server, operation, name) }));
  const rows = Math.max(0, ...columns.map(({ values }) => values.length));
  // One request has a value for each parameter: all are well-formed, so that none may be rejected.
  const combined = Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[row % values.length] ?? ''])),
  );
  const named = naming
    ? createSharedSegments(server, operation, naming.name).map((value) => ({ [naming.name]: value }))
    : [];
  return [
    ...combined.map((segments) => createCase(operation, segments, exists || !naming ? 200 : 404)),
    ...named.map((segments) => createCase(operation, segments, findExpectedStatus(server, operation, segments))),
  ];
}

function createCase(operation: Operation, segments: Readonly<Record<string, string>>, status: number): Case {
  const when = Object.entries(segments)
    .map(([name, value]) => `${name} is ${value}`)
    .join(' and ');
  return { operation, request: { segments }, expected: { status }, when: `${when}, which is well-formed` };
}

/** The status code for a well-formed ID: 404, unless the ID happens to be in the list. */
function findExpectedStatus(
  server: ServerUnderTest,
  operation: Operation,
  segments: Readonly<Record<string, string>>,
): number {
  if (server.isMock || !findResponse(operation, 404)) return 200;
  const isListed = Object.entries(segments).some(([name, value]) =>
    server.listedIds.get(name)?.includes(decodeURIComponent(value)),
  );
  return isListed ? 200 : 404;
}

/** The segments for a parameter: the edges, and the share of this operation in the others. */
function createSharedSegments(server: ServerUnderTest, operation: Operation, name: string): string[] {
  const facts = server.contract.parameters.get(name);
  if (!facts) return [];
  const sharing = server.contract.operations.filter(({ parameters }) =>
    parameters.some((other) => other.name === name),
  );
  const { edges, others } = createWellFormedSegments(facts, server.seed);
  return [...edges, ...others.filter((_, index) => index % sharing.length === sharing.indexOf(operation))];
}

function encodeAll(value: string): string {
  return [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
