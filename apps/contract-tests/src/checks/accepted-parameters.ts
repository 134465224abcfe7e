import type { Operation, Parameter } from '@giftoin/openapi';
import type { Check } from '../model/check.ts';
import { listDocumented, listOtherParameters, listSuccesses } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { createCaseCheck } from './case-check.ts';
import { findMissingResource } from './skip-reasons.ts';
import { createWellFormedTexts } from './well-formed-texts.ts';

/** Checks that well-formed query and header parameters are accepted. */
export function createAcceptedParameterChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation) =>
    listOtherParameters(operation)
      // No one can make up a cursor.
      .filter(({ name }) => operation.pagination?.kind !== 'cursor' || operation.pagination.parameter !== name)
      .flatMap((parameter) => createAcceptedCheck(server, operation, parameter)),
  );
}

function createAcceptedCheck(server: ServerUnderTest, operation: Operation, parameter: Parameter): Check[] {
  const { operationId: id } = operation;
  const { name } = parameter;
  const values = createWellFormedTexts(server.contract, parameter);
  if (values.length === 0) return [];
  const success = listSuccesses(operation);
  return [
    createCaseCheck(
      server,
      {
        id: `${id}/well-formed/${name}`,
        title: `${id} accepts every well-formed ${name}`,
        requirement: 'parameters',
        skip: findMissingResource(server, operation),
      },
      values.map(({ texts, isMadeUp }) => ({
        operation,
        request: { parameters: { [name]: texts } },
        expected: { status: isMadeUp ? [...success, ...listDocumented(operation, [404])] : success },
        when: `${name} is ${texts.join(' and ')}, which is well-formed`,
      })),
    ),
  ];
}
