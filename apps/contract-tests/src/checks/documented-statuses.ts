import { isSuccess, type Operation } from '@giftoin/openapi';
import type { Check } from '../model/check.ts';
import { isUserParameter, listMalformedStatuses, listPathParameters, listSuccesses } from '../model/operations.ts';
import { type ServerUnderTest, unknownId } from '../model/server-under-test.ts';
import type { TestRequest } from '../model/test-request.ts';
import { createCaseCheck } from './case-check.ts';
import { createMalformedRequest, createUnknownSegments } from './invalid-requests.ts';

/** Other checks provoke a success and this status code in many ways. */
const checkedElsewhere = 401;

/** Checks every other documented status code, with the key in each header. Some require a key for it, or a mock. */
export function createDocumentedStatusChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation) =>
    operation.responses
      .filter((response) => response.status !== checkedElsewhere && !isSuccess(response))
      .flatMap(({ status }) =>
        operation.apiKeyHeaders.map((header) => createStatusCheck(server, operation, status, header)),
      ),
  );
}

function createStatusCheck(server: ServerUnderTest, operation: Operation, status: number, header: string): Check {
  const { operationId: id } = operation;
  const describe = (when: string, expected: readonly number[] = [status]) => ({
    id: `${id}/documented/${status}/${header}`,
    title: `${id} returns ${expected.join(' or ')}${expected.includes(status) ? '' : `, not ${status},`} if ${when}`,
    requirement: 'documented' as const,
  });
  const createCheck = (when: string, request: TestRequest, expected: readonly number[] = [status]): Check =>
    createCaseCheck(server, describe(when, expected), [{ operation, request, expected: { status: expected }, when }]);
  const keys = [[header, server.key]] as const;

  if (listMalformedStatuses(operation, 'path').includes(status)) {
    const request = createMalformedRequest(server, operation);
    const when = `a parameter is malformed and the key is in ${header}`;
    if (request) return createCheck(when, { keys, ...request }, listMalformedStatuses(operation, 'path'));
  }
  if (status === 404 && !server.isMock) {
    const segments = createUnknownSegments(server, operation);
    if (segments) return createCheck(`the ID is unknown and the key is in ${header}`, { keys, segments });
    const unknownUser = createUnknownUserSegments(operation);
    // No parameter names a resource that could be missing, so that every well-formed request leads to a success.
    if (unknownUser) {
      const request = { keys, segments: unknownUser };
      return createCheck(`the user is unknown and the key is in ${header}`, request, listSuccesses(operation));
    }
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

/** An unknown user; undefined if the path names more than a user. */
function createUnknownUserSegments(operation: Operation): Record<string, string> | undefined {
  const parameters = listPathParameters(operation);
  const last = parameters.at(-1);
  return last && parameters.every(({ name }) => isUserParameter(name)) ? { [last.name]: unknownId } : undefined;
}
