import type { Operation } from '@giftoin/openapi';
import { type Check, caseCheck } from '../check.ts';
import { malformedSegments, missingSegments } from '../requests.ts';
import type { Sent, Server } from '../server.ts';

/** The statuses that a request can bring about, which other checks ask for in many ways. */
const provocable = [200, 401];

/** Every documented status that takes more than a request of its own: a key for it, or a mock. */
export function documented(server: Server): Check[] {
  return server.contract.operations.flatMap((operation) =>
    operation.responses
      .filter(({ status }) => !provocable.includes(status))
      .flatMap(({ status }) => operation.apiKeyHeaders.map((header) => checkOf(server, operation, status, header))),
  );
}

function checkOf(server: Server, operation: Operation, status: number, header: string): Check {
  const { operationId } = operation;
  const named = (when: string, due = status) => ({
    id: `${operationId}/documented/${status}/${header}`,
    title: `${operationId} answers ${due === status ? status : `${due}, not ${status},`} where ${when}`,
    statement: 'documented' as const,
  });
  const asks = (when: string, sent: Sent, due = status): Check =>
    caseCheck(server, named(when, due), [{ operation, sent, due: { status: due }, when }]);
  const keys = [[header, server.key]] as const;

  if (status === 400) {
    const segments = malformedSegments(server, operation);
    if (segments) return asks(`a parameter is malformed and the key is in ${header}`, { keys, segments });
  }
  if (status === 404 && !server.isMock) {
    const segments = missingSegments(operation);
    if (segments) return asks(`there is no such thing and the key is in ${header}`, { keys, segments });
    // Where nothing is named that could be missing, whatever is well-formed is answered.
    return asks(
      `nobody knows who is asked for and the key is in ${header}`,
      { keys, segments: nobodySegments(operation) },
      200,
    );
  }
  const key = server.keysFor.get(status);
  if (key) return asks(`the key for it is in ${header}`, { keys: [[header, key]], wants: status });
  if (server.isMock) {
    return asks(`Prefer asks for it and the key is in ${header}`, {
      keys,
      headers: { prefer: `code=${status}` },
      wants: status,
    });
  }
  const { reason = 'no request is known to bring it about' } = { reason: reasons[status] };
  return { ...named(`the key for it is in ${header}`), skip: `${reason}: give one with --key-for ${status}=KEY` };
}

const reasons: Readonly<Record<number, string>> = {
  402: 'it takes a key whose subscription is overdue',
  403: 'it takes a key whose plan does not allow the request',
  429: 'it takes a key that has sent too many requests',
  500: 'no request may provoke it',
};

function nobodySegments(operation: Operation): Record<string, string> {
  const last = operation.parameters.findLast(({ in: place }) => place === 'path');
  return last ? { [last.name]: 'no-such-thing-4c8e1f5a9b' } : {};
}
