import type { Operation } from '@giftoin/openapi';
import type { Check } from '../../model/check.ts';
import { listMalformedStatuses } from '../../model/operations.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import type { RequestBody } from '../../model/test-request.ts';
import { findStatusViolations } from '../expected-status.ts';
import { type BodyDefect, createMalformedBodies } from './malformed-bodies.ts';
import { createResourceProvider } from './provide-resource.ts';
import { createWellFormedBodies, toRequestBody } from './well-formed-bodies.ts';

type Group = BodyDefect | 'not-json' | 'content-type' | 'missing';

const titles: Readonly<Record<Group, string>> = {
  'not-json': 'the body is not JSON',
  'content-type': 'the content type is not JSON',
  missing: 'there is no body',
  required: 'the body has not all its required properties',
  type: 'a value in the body has another type',
  value: 'a value in the body does not fit its schema',
  'unknown-property': 'the body has a property that its schema forbids',
};

interface BodyCase {
  readonly group: Group;
  readonly body: RequestBody | 'none';
  readonly when: string;
}

/** Checks that malformed bodies lead to 400, or to what the document has instead. */
export function createBodyChecks(server: ServerUnderTest, operation: Operation): Check[] {
  if (!operation.requestBody) return [];
  const { operationId: id } = operation;
  const status = listMalformedStatuses(operation, 'body');
  const cases = createCases(server, operation);
  const provide = createResourceProvider(server, operation);
  return [...new Set(cases.map(({ group }) => group))].map((group) => ({
    id: `${id}/body/${group}`,
    title: `${id} returns ${status.join(' or ') || 'an error'} if ${titles[group]}`,
    requirement: 'request-body',
    skip: status.length === 0 ? 'the document has no 400 or 422 for a malformed body' : undefined,
    run: async (context) => {
      const segments = await provide(context);
      for (const { body, when } of cases.filter((each) => each.group === group)) {
        const exchange = await context.send(operation, { segments, body });
        if (!exchange) return;
        const expected = { status: [...status, ...listOthers(group)] };
        const situation = { requirement: 'request-body' as const, when };
        context.record(exchange, findStatusViolations(server, exchange, expected, situation));
      }
    },
  }));
}

/** HTTP has status codes of its own for a body without a length, and for one of another type. */
function listOthers(group: Group): number[] {
  return { 'content-type': [415], missing: [411, 415] }[group as string] ?? [];
}

function createCases({ contract, seed }: ServerUnderTest, operation: Operation): BodyCase[] {
  const { requestBody } = operation;
  if (!requestBody) return [];
  const { mediaType, required, schema } = requestBody;
  const bodies = createWellFormedBodies(contract, operation, seed);
  // The body with the most properties shows the most.
  const [basis] = bodies.sort((one, other) => JSON.stringify(other.value).length - JSON.stringify(one.value).length);
  const text = JSON.stringify(basis?.value ?? {});
  return [
    { group: 'not-json', body: { text: text.slice(0, -1), mediaType }, when: 'the body ends before its end' },
    { group: 'not-json', body: { text: '{"a":NaN}', mediaType }, when: 'the body has NaN' },
    ...(basis
      ? [
          {
            group: 'content-type' as const,
            body: { text, mediaType: 'text/plain' },
            when: 'the content type is text/plain',
          },
        ]
      : []),
    ...(required ? [{ group: 'missing' as const, body: 'none' as const, when: 'there is no body' }] : []),
    ...(basis
      ? createMalformedBodies(contract.validate, schema, basis.value).map(({ defect, value, when }) => ({
          group: defect,
          body: toRequestBody(operation, value),
          when,
        }))
      : []),
  ];
}
