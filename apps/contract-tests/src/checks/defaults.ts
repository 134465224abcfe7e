import type { Check } from '../model/check.ts';
import { listOtherParameters } from '../model/operations.ts';
import { formatParameter } from '../model/parameter-text.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { compareResponses } from './compare-responses.ts';
import { findMissingResource } from './skip-reasons.ts';

/** Checks that a parameter that is omitted has its default. */
export function createDefaultChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation) =>
    listOtherParameters(operation).flatMap((parameter): Check[] => {
      const { operationId: id } = operation;
      const { name, required, schema } = parameter;
      if (required || schema.default === undefined || schema.default === null) return [];
      const texts = formatParameter(parameter, schema.default);
      return [
        {
          id: `${id}/default/${name}`,
          title: `${id} returns the same response without ${name} as with its default`,
          requirement: 'defaults',
          skip: findMissingResource(server, operation),
          run: (context) =>
            compareResponses(server, context, operation, 'defaults', [
              {
                id: 'default',
                name: `${name}=${texts.join(',')}, its default`,
                request: { parameters: { [name]: texts } },
              },
              { id: 'omitted', name: `no ${name}`, request: {} },
            ]),
        },
      ];
    }),
  );
}
