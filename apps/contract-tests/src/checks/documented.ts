import type { Operation } from '@giftoin/openapi';
import { answerCheck } from '../answer-check.ts';
import { type Check, skipped } from '../check.ts';
import { anyKey, malformedSegments, missingSegments, nothingListed, unknownKey, unknownSegments } from '../requests.ts';
import type { Sent, Server } from '../server.ts';

/** Every documented answer of every operation, with the key in each of its headers. */
export function documentedAnswers(server: Server): Check[] {
  return server.operations.flatMap((operation) =>
    operation.responses.flatMap(({ status }) =>
      operation.apiKeyHeaders.flatMap((header) =>
        (situations[status]?.(server, operation, header) ?? []).map((situation) =>
          checkOf(server, operation, status, header, situation),
        ),
      ),
    ),
  );
}

/** When an operation answers with a status: what to send, or why this server cannot be brought to it. */
type Situation =
  | {
      readonly when: string;
      readonly sent: Sent;
      readonly errorCode?: number;
      /** The status that is due, where it is another than the one that the document lists. */
      readonly answers?: number;
      /** How often to ask until it comes, at most. */
      readonly attempts?: number;
    }
  | { readonly when: string; readonly skip: string };

type Provoke = (server: Server, operation: Operation, header: string) => Situation[];

const situations: Readonly<Record<number, Provoke>> = {
  200: (server, operation, header) => {
    const when = `the key is in ${header}`;
    if (!server.segmentsOf(operation)) return [{ when, skip: nothingListed }];
    return [{ when, sent: { keys: { [header]: server.target.key } } }];
  },
  400: (server, operation, header) => {
    const sent = { keys: { [header]: server.target.key }, segments: malformedSegments(server.check, operation) };
    return [{ when: `a parameter is malformed and the key is in ${header}`, sent }];
  },
  401: (server, _, header) => {
    const when = `the key in ${header} is unknown`;
    return [
      { when: `${header} is empty`, sent: { keys: { [header]: '' } }, errorCode: 1002 },
      server.takesAnyKey ? { when, skip: anyKey } : { when, sent: { keys: { [header]: unknownKey } }, errorCode: 1001 },
    ];
  },
  404: (server, operation, header) => {
    const when = `there is no such thing and the key is in ${header}`;
    const segments = missingSegments(operation);
    if (server.isMock) return provoked(server, 404, header);
    if (!segments) {
      // Where nothing is named that could be missing, whatever is well-formed is answered.
      const sent = { keys: { [header]: server.target.key }, segments: unknownSegments(operation) };
      return [{ when: `nobody knows who is asked for and the key is in ${header}`, answers: 200, sent }];
    }
    return [{ when, sent: { keys: { [header]: server.target.key }, segments } }];
  },
  402: (server, _, header) => provoked(server, 402, header, 'it takes a key whose subscription is overdue'),
  403: (server, _, header) => provoked(server, 403, header, 'it takes a key whose plan does not allow the request'),
  429: (server, _, header) => provoked(server, 429, header, 'it takes a key that has sent too many requests'),
  500: (server, _, header) => provoked(server, 500, header, 'no request may provoke it'),
};

/** How many requests a key for 429 may still have. */
const mostRequestsToLimit = 20;

/** What no request brings about: a mock is asked for it, and another server needs a key that gets it. */
function provoked(server: Server, status: number, header: string, otherwise = ''): Situation[] {
  const key = server.target.keysFor[status];
  if (key !== undefined) {
    // A key with a rate limit may have some requests left.
    const attempts = status === 429 ? mostRequestsToLimit : 1;
    return [{ when: `the key for it is in ${header}`, sent: { keys: { [header]: key } }, attempts }];
  }
  const when = `Prefer asks for it and the key is in ${header}`;
  if (server.isMock) return [{ when, sent: { keys: { [header]: server.target.key }, prefer: `code=${status}` } }];
  return [{ when: `the key for it is in ${header}`, skip: `${otherwise}: give one with --key-for ${status}=KEY` }];
}

function checkOf(server: Server, operation: Operation, status: number, header: string, situation: Situation): Check {
  const { operationId } = operation;
  const due = 'skip' in situation ? status : (situation.answers ?? status);
  const named = {
    title: `${operationId} answers ${due === status ? status : `${due}, not ${status},`} where ${situation.when}`,
    covers: { operationId, status, header },
  };
  if ('skip' in situation) return skipped(named, situation.skip);
  return answerCheck(server, operation, named, { ...situation, status: due });
}
