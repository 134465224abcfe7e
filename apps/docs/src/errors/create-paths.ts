import { listOperations, type OpenApiDocument, type Operation } from '@giftoin/openapi';

/** The addresses in commands. The test of the commands replaces the origins by those of its servers. */
export const sandboxOrigin = 'http://127.0.0.1:4020';
export const mockOrigin = 'http://127.0.0.1:4010';

/** The paths that the commands in the notes send requests to. `/` if the document has no operation with the method GET. */
export interface Paths {
  /** The first operation of the document, with the examples of its parameters. */
  readonly list: string;
  /** The same, with a value that does not match the pattern of its parameter. */
  readonly malformed: string;
  /** The operation that returns one program, with an ID that does not exist. */
  readonly unknown: string;
}

export function createPaths(document: OpenApiDocument): Paths {
  const operations = listOperations(document).filter(({ method }) => method === 'get');
  const [first] = operations;
  const single = operations.findLast(({ path }) => path.endsWith('/{programId}')) ?? operations.at(-1);
  return {
    list: createPath(first),
    malformed: createPath(first, (value, index) => (index === 0 ? value.toUpperCase() : value)),
    unknown: createPath(single, (value, index, { length }) => (index === length - 1 ? 'no_such_program' : value)),
  };
}

/** Replaces the names in braces in a command by addresses of the sandbox, each on a line of its own, because they are long. */
export function fillAddresses(command: string, paths: Paths): string {
  return command.replace(/\{(\w+)\}/g, (_, name: keyof Paths) => formatAddress(sandboxOrigin + paths[name]));
}

/** Formats an address at the end of a shell command. */
export function formatAddress(address: string): string {
  return `\\\n  ${address}`;
}

type ChangeValue = (value: string, index: number, values: readonly string[]) => string;

export function createPath(operation: Operation | undefined, change: ChangeValue = (value) => value): string {
  const { path, parameters } = operation ?? { path: '/', parameters: [] };
  const names = Array.from(path.matchAll(/\{([^}]*)\}/g), ([, name]) => name);
  const examples = names.map((name) => String(parameters.find((each) => each.name === name)?.example ?? 'value'));
  const values = examples.map(change);
  return path.replace(/\{([^}]*)\}/g, (_, name: string) => encodeURIComponent(values[names.indexOf(name)] ?? ''));
}
