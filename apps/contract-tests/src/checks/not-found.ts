import { type Check, caseCheck } from '../check.ts';
import { namingParameterOf } from '../contract.ts';
import { documents, noState } from '../requests.ts';
import { type Server, unknownId } from '../server.ts';

/** What a careless look-up finds although it is not there. */
const names = ['__proto__', 'constructor', 'toString', 'null', 'undefined', '0', '-1'];

/** What does not exist is not found, however much it is like what does. */
export function notFound(server: Server): Check[] {
  return server.contract.operations.flatMap((operation) => {
    const naming = namingParameterOf(operation);
    const facts = naming && server.contract.parameters.get(naming.name);
    if (!naming || !facts || !documents(operation, 404)) return [];
    const { operationId: id } = operation;
    const listed = server.listed.get(naming.name) ?? [];
    const near = nearIds(server.known.get(naming.name) ?? '');
    const values = [unknownId, facts.allowed.slice(0, facts.longest ?? 100).slice(0, 1), ...near, ...names];
    const absent = [...new Set(values)].filter(
      (value) => facts.fits(value) && !listed.includes(value) && value !== server.known.get(naming.name),
    );
    return [
      caseCheck(
        server,
        {
          id: `${id}/not-found`,
          title: `${id} answers 404 where there is no such thing`,
          statement: 'not-found',
          skip: server.isMock ? noState : undefined,
        },
        absent.map((value) => ({
          operation,
          sent: { segments: { [naming.name]: encodeURIComponent(value) } },
          due: { status: 404 },
          when: near.includes(value)
            ? `${naming.name} is ${value}, almost one that exists`
            : `${naming.name} is ${value}, which does not exist`,
        })),
      ),
    ];
  });
}

function nearIds(id: string): string[] {
  if (id === '') return [];
  const middle = Math.floor(id.length / 2);
  return [
    id.slice(0, -1),
    id.slice(1),
    `${id}x`,
    `x${id}`,
    `${id}${id}`,
    id.toUpperCase(),
    id.toLowerCase(),
    // In SQL, `_` stands for any character.
    `${id.slice(0, middle)}_${id.slice(middle + 1)}`,
    id.replaceAll('_', '-'),
  ].filter((near) => near !== id);
}
