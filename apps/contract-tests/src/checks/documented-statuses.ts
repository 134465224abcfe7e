import type { Operation } from '@giftoin/openapi';
import type { Check } from '../model/check.ts';
import { listPathParameters } from '../model/operations.ts';
import { type ServerUnderTest, unknownId } from '../model/server-under-test.ts';
import type { TestRequest } from '../model/test-request.ts';
import { createCaseCheck } from './case-check.ts';
import { createMalformedSegments, createUnknownSegments } from './invalid-segments.ts';

/** Other checks provoke these status codes in many ways. */
const checkedElsewhere = [200, 401];

/** Checks every other documented status code, with the key in each header. Some require a key for it, or a mock. */
export function createDocumentedStatusChecks(server: ServerUnderTest): Check[] {
  return server.contract.operations.flatMap((operation) =>
    operation.responses
      .filter(({ status }) => !checkedElsewhere.includes(status))
      .flatMap(({ status }) =>
        operation.apiKeyHeaders.map((header) => createStatusCheck(server, operation, status, header)),
      ),
  );
}

function createStatusCheck(server: ServerUnderTest, operation: Operation, status: number, header: string): Check {
  const { operationId: id } = operation;
  const describe = (when: string, expected = status) => ({
    id: `${id}/documented/${status}/${header}`,
    title: `${id} returns ${expected === status ? status : `${expected}, not ${status},`} if ${when}`,
    requirement: 'documented' as const,
  });
  const createCheck = (when: string, request: TestRequest, expected = status): Check =>
    createCaseCheck(server, describe(when, expected), [{ operation, request, expected: { status: expected }, when }]);
  const keys = [[header, server.key]] as const;

  if (status === 400) {
    const segments = createMalformedSegments(server, operation);
    if (segments) return createCheck(`a parameter is malformed and the key is in ${header}`, { keys, segments });
  }
  if (status === 404 && !server.isMock) {
    const segments = createUnknownSegments(operation);
    if (segments) return createCheck(`the ID is unknown and the key is in ${header}`, { keys, segments });
    // No parameter names a resource that could be missing, so that every well-formed request leads to 200.
    const unknownUser = { keys, segments: createUnknownUserSegments(operation) };
    return createCheck(`the user is unknown and the key is in ${header}`, unknownUser, 200);
  }
  const key = server.keysFor.get(status);
  if (key) {
    const request = { keys: [[header, key] as const], provokes: status };
    return createCheck(`the key for ${status} is in ${header}`, request);
  }
  if (server.isMock) {
    const request = { keys, headers: { prefer: `code=${status}` }, provokes: status };
    return createCheck(`Prefer is code=${status} and the key is in ${header}`, request);
  }
  const reason = skipReasons[status] ?? 'no request is known that leads to it';
  const skip = `${reason}. Pass a key for it with --key-for ${status}=KEY`;
  return { ...describe(`the key for ${status} is in ${header}`), skip };
}

const skipReasons: Readonly<Record<number, string>> = {
  402: 'requires a key whose subscription is overdue',
  403: 'requires a key whose plan does not allow the request',
  429: 'requires a key that has sent too many requests',
  500: 'no request may lead to it',
};

function createUnknownUserSegments(operation: Operation): Record<string, string> {
  const last = listPathParameters(operation).at(-1);
  return last ? { [last.name]: unknownId } : {};
}
