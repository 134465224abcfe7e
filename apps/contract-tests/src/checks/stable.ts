import { formFaults } from '../answer-faults.ts';
import type { Check } from '../check.ts';
import { compare, type Variant } from '../equal.ts';
import { unknownKey } from '../keys.ts';
import { anyKey, documents, malformedSegments, missingSegments, nothingListed } from '../requests.ts';
import { type Sent, type Server, segmentsOf } from '../server.ts';

/** What other APIs take for credentials or for wishes. */
const otherHeaders = {
  authorization: 'Bearer no-such-key-4c8e1f5a9b',
  cookie: 'session=no-such-session',
  'x-api-key': 'no-such-key-4c8e1f5a9b',
  'api-key': 'no-such-key-4c8e1f5a9b',
  'accept-language': 'de, *;q=0.1',
};

/** What gets the same answer: the same request again, by another header, in another encoding. */
export function stable(server: Server): Check[] {
  return server.contract.operations.flatMap((operation) => {
    const { operationId: id, apiKeyHeaders } = operation;
    const skip = segmentsOf(server, operation) ? undefined : nothingListed;
    const plain: Variant = { sent: {}, name: 'the plain request' };
    const again: Variant = { sent: {}, name: 'the same request again' };
    const malformed = documents(operation, 400) ? malformedSegments(server, operation) : undefined;
    const missing = documents(operation, 404) && !server.isMock ? missingSegments(operation) : undefined;

    const equalHeaders = (name: string, where: string, sent: Sent, reason?: string, key = server.key): Check => ({
      id: `${id}/equal-headers/${name}`,
      title: `${id} answers alike whichever header carries the key, where ${where}`,
      statement: '8-equal-headers',
      skip: reason,
      run: async (asking) => {
        const by = (header: string): Variant => ({ sent: { ...sent, keys: [[header, key]] }, name: header });
        await compare(asking, operation, '8-equal-headers', apiKeyHeaders.map(by));
      },
    });
    return [
      equalHeaders('known', 'it is known', {}, skip),
      equalHeaders('unknown', 'it is unknown', {}, server.takesAnyKey ? anyKey : undefined, unknownKey),
      ...(malformed ? [equalHeaders('malformed', 'a parameter is malformed', { segments: malformed })] : []),
      ...(missing ? [equalHeaders('missing', 'there is no such thing', { segments: missing })] : []),
      {
        id: `${id}/repeated`,
        title: `${id} answers the same again`,
        statement: 'stable',
        skip,
        run: (asking) => compare(asking, operation, 'stable', [plain, again, again]),
      },
      {
        id: `${id}/compressed`,
        title: `${id} answers the same to who takes it compressed`,
        statement: 'stable',
        skip,
        run: (asking) =>
          compare(asking, operation, 'stable', [
            plain,
            {
              sent: { headers: { 'accept-encoding': 'gzip, deflate, br' } },
              name: 'Accept-Encoding: gzip, deflate, br',
            },
          ]),
      },
      {
        id: `${id}/other-headers`,
        title: `${id} ignores headers that it does not know`,
        statement: 'stable',
        skip,
        run: (asking) =>
          compare(asking, operation, 'stable', [
            plain,
            { sent: { headers: otherHeaders }, name: 'headers of other APIs' },
          ]),
      },
      {
        id: `${id}/accept`,
        title: `${id} answers JSON whatever is accepted, errors included`,
        statement: '9-json',
        run: async (asking) => {
          const keys = [[server.usualHeader, server.key]] as const;
          const asked: Sent[] = [
            { keys },
            { keys: [] },
            ...[malformed, missing].flatMap((segments) => (segments ? [{ keys, segments }] : [])),
          ];
          await Promise.all(
            asked.map(async (sent) => {
              const exchange = await asking.get(operation, {
                ...sent,
                headers: { accept: 'text/html,application/xml;q=0.9' },
              });
              if (exchange) asking.record(exchange, formFaults(server, exchange));
            }),
          );
        },
      },
    ];
  });
}
