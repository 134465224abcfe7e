import type { Operation } from '@giftoin/openapi';
import { answerCheck } from '../answer-check.ts';
import { type Check, skipped } from '../check.ts';
import { anyKey, malformedSegments, nothingListed, unknownKey } from '../requests.ts';
import type { Sent, Server } from '../server.ts';

/** What makes a key count, beyond the documented answers. */
export function authentication(server: Server): Check[] {
  return server.operations.flatMap((operation) => checksOf(server, operation));
}

function checksOf(server: Server, operation: Operation): Check[] {
  const { operationId, apiKeyHeaders } = operation;
  const [first = '', second] = apiKeyHeaders;
  const { key } = server.target;
  const answering = (title: string, status: number, sent: Sent, errorCode?: number): Check => {
    const named = { title: `${operationId} ${title}` };
    if (errorCode === 1001 && server.takesAnyKey) return skipped(named, anyKey);
    if (status === 200 && !server.segmentsOf(operation)) return skipped(named, nothingListed);
    return answerCheck(server, operation, named, { status, sent, ...(errorCode !== undefined && { errorCode }) });
  };
  return [
    answering('answers 401 and 1002 without a key', 401, { keys: {} }, 1002),
    ...apiKeyHeaders.map((name) =>
      answering(
        `takes no key from the query parameter ${name}`,
        401,
        { keys: {}, query: `?${name}=${encodeURIComponent(key)}` },
        1002,
      ),
    ),
    ...apiKeyHeaders.map((name) => {
      const mixed = name.replaceAll(/\w/g, (letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter));
      return answering(`takes the key from ${mixed}, whatever the case`, 200, { keys: { [mixed]: key } });
    }),
    ...(second === undefined
      ? []
      : [
          answering('passes over a header that is empty', 200, { keys: { [first]: '', [second]: key } }),
          answering(
            'lets the first header count that is not empty',
            401,
            { keys: { [first]: unknownKey, [second]: key } },
            1001,
          ),
        ]),
    answering(
      'checks the key before the parameters',
      401,
      { keys: {}, segments: malformedSegments(server.check, operation) },
      1002,
    ),
  ];
}
