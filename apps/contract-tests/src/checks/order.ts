import { type Case, type Check, caseCheck } from '../check.ts';
import { pathParametersOf } from '../contract.ts';
import { emptyKey, unknownKey } from '../keys.ts';
import { documents, missingSegments } from '../requests.ts';
import type { Server } from '../server.ts';

/** What is checked before what: the key, what it may do, the parameters, existence. */
export function order(server: Server): Check[] {
  return server.contract.operations.map((operation) => {
    const { operationId: id, apiKeyHeaders } = operation;
    const malformed = documents(operation, 400)
      ? pathParametersOf(operation)
          .filter(({ name }) => server.contract.parameters.get(name)?.fits('!') === false)
          .map(({ name }) => ({ segments: { [name]: '!' }, when: `${name} is malformed` }))
      : [];
    const missing = missingSegments(operation);
    const absent = missing && documents(operation, 404) ? [{ segments: missing, when: 'there is no such thing' }] : [];

    const keyFirst = [...malformed, ...absent].flatMap(({ segments, when }, index): Case[] => {
      const header = apiKeyHeaders[index % apiKeyHeaders.length] ?? server.usualHeader;
      const due = (errorCode: number) => ({ status: 401, errorCode });
      return [
        {
          operation,
          sent: { keys: [[header, emptyKey]], segments },
          due: due(1002),
          when: `there is no key and ${when}`,
        },
        ...(server.takesAnyKey
          ? []
          : [
              {
                operation,
                sent: { keys: [[header, unknownKey] as const], segments },
                due: due(1001),
                when: `the key is unknown and ${when}`,
              },
            ]),
      ];
    });
    const mayFirst = [402, 403, 429].flatMap((status) => {
      const key = server.keysFor.get(status);
      if (!key || !documents(operation, status)) return [];
      return [...malformed, ...absent].map(({ segments, when }) => ({
        operation,
        sent: { keys: [[server.usualHeader, key] as const], segments, wants: status },
        due: { status },
        when: `the key gets ${status} and ${when}`,
      }));
    });
    const existenceLast = server.isMock
      ? []
      : malformed.flatMap(({ segments, when }) =>
          absent
            .filter(({ segments: names }) => Object.keys(names).every((name) => segments[name] === undefined))
            .map((nothing) => ({
              operation,
              sent: { segments: { ...nothing.segments, ...segments } },
              due: { status: 400 },
              when: `${when} and ${nothing.when}`,
            })),
        );
    return caseCheck(
      server,
      {
        id: `${id}/order`,
        title: `${id} checks the key, then what it may do, then the parameters, then existence`,
        statement: 'order',
      },
      [...keyFirst, ...mayFirst, ...existenceLast],
    );
  });
}
