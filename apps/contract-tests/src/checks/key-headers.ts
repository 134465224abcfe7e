import { type Check, caseCheck } from '../check.ts';
import { emptyKey, unknownKey } from '../keys.ts';
import { anyKey, nothingListed } from '../requests.ts';
import { type Server, segmentsOf } from '../server.ts';

const blankKey = { value: '   ', shown: '' };

/** What each of the headers does alone: with the key in any case of its name, with another key, with none. */
export function keyHeaders(server: Server): Check[] {
  return server.contract.operations.flatMap((operation, at) => {
    const { operationId: id, apiKeyHeaders } = operation;
    const { key } = server;
    const missing = (keys: [string, typeof emptyKey][], when: string) => ({
      operation,
      sent: { keys },
      due: { status: 401, errorCode: 1002 },
      when,
    });
    return [
      ...apiKeyHeaders.flatMap((header) => [
        caseCheck(
          server,
          {
            id: `${id}/key-alone/${header}`,
            title: `${id} takes the key from ${header} alone, whatever the case of its name`,
            statement: 'key',
            skip: segmentsOf(server, operation) ? undefined : nothingListed,
          },
          [header, at % 2 === 0 ? header.toUpperCase() : mixed(header)].map((name) => ({
            operation,
            sent: { keys: [[name, key]] },
            due: { status: 200 },
            when: `the key is in ${name}`,
          })),
        ),
        caseCheck(
          server,
          {
            id: `${id}/unknown-key/${header}`,
            title: `${id} answers 401 and 1001 where the key in ${header} is unknown`,
            statement: 'key',
            skip: server.takesAnyKey ? anyKey : undefined,
          },
          [
            {
              operation,
              sent: { keys: [[header, unknownKey]] },
              due: { status: 401, errorCode: 1001 },
              when: `the key in ${header} is unknown`,
            },
          ],
        ),
        caseCheck(
          server,
          {
            id: `${id}/empty-key/${header}`,
            title: `${id} answers 401 and 1002 where ${header} is empty`,
            statement: 'key',
          },
          [
            missing([[header, emptyKey]], `${header} is empty`),
            missing([[header, blankKey]], `${header} has spaces alone`),
          ],
        ),
      ]),
      caseCheck(server, { id: `${id}/no-key`, title: `${id} answers 401 and 1002 without a key`, statement: 'key' }, [
        missing([], 'there is no key'),
        missing(
          apiKeyHeaders.map((header) => [header, emptyKey]),
          'every header is empty',
        ),
      ]),
    ];
  });
}

function mixed(name: string): string {
  return name.replaceAll(/\w/g, (letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter));
}
