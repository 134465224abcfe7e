import type { Operation } from '@giftoin/openapi';
import type { Check } from '../../model/check.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createCaseCheck } from '../case-check.ts';
import { noState } from '../skip-reasons.ts';
import { findUnknownSegments } from './unknown-segments.ts';

/** Checks that an unknown ID leads to 404, if the document has it. */
export function createWriteNotFoundCheck(server: ServerUnderTest, operation: Operation): Check[] {
  const { operationId: id, method, responses } = operation;
  const unknown = findUnknownSegments(server, operation);
  const isDocumented = responses.some(({ status }) => status === 404);
  // A PUT can create the resource.
  const creates = method === 'put' && responses.some((response) => response.status === 201);
  if (!unknown || !isDocumented || creates) return [];
  return [
    createCaseCheck(
      server,
      {
        id: `${id}/not-found`,
        title: `${id} returns 404 if the ID is unknown`,
        requirement: 'not-found',
        skip: server.isMock ? noState : undefined,
      },
      [{ operation, request: unknown, expected: { status: 404 }, when: 'the ID is unknown' }],
    ),
  ];
}
