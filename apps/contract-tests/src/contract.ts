import {
  createSchemaValidator,
  documentFile,
  type JsonObject,
  listOperations,
  type Operation,
  readDocument,
  type SchemaValidator,
} from '@giftoin/openapi';
import { type ParameterFacts, parameterFacts } from './parameter-facts.ts';

/** A document, read for checks of its GET operations. */
export interface Contract {
  readonly operations: readonly Operation[];
  /** Holds a value against a schema of the document. */
  readonly check: SchemaValidator;
  /** What fits the path parameters, by name. */
  readonly parameters: ReadonlyMap<string, ParameterFacts>;
  /** The operation that lists what an operation answers one of; undefined where there is none. */
  listOf(operation: Operation): Operation | undefined;
}

const read = new Map<string, Promise<Contract>>();

/**
 * Reads a document. Once in a process: reading and compiling takes longer than a run against a near server.
 *
 * @throws {DocumentError} where it cannot be read, or has no GET operation
 */
export function contractOf(document: string = documentFile): Promise<Contract> {
  const known = read.get(document);
  if (known) return known;
  const contract = readContract(document);
  if (document === documentFile) read.set(document, contract);
  return contract;
}

async function readContract(file: string): Promise<Contract> {
  const document = await readDocument(file);
  const operations = listOperations(document).filter(({ method }) => method === 'get');
  const check = createSchemaValidator(document);
  const parameters = operations.flatMap((operation) => pathParametersOf(operation));
  return {
    operations,
    check,
    parameters: new Map(parameters.map((parameter) => [parameter.name, parameterFacts(document, check, parameter)])),
    listOf: (operation) => {
      const name = namingParameterOf(operation)?.name;
      return operations.find(({ path }) => name !== undefined && operation.path === `${path}/{${name}}`);
    },
  };
}

export function pathParametersOf({ parameters }: Operation) {
  return parameters.filter(({ in: place }) => place === 'path');
}

/** The parameter that names the thing that is asked for; undefined where there is none. */
export function namingParameterOf(operation: Operation) {
  return pathParametersOf(operation).find(({ returnedAs }) => returnedAs !== undefined);
}

export function responseOf(operation: Operation, status: number) {
  return operation.responses.find((response) => response.status === status);
}

/** The name of a schema of the document, such as `ErrorBody`; undefined where it has none. */
export function schemaName(schema: JsonObject | undefined): string | undefined {
  return typeof schema?.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
}

/** The operation that answers 200 with a schema of this name; undefined where there is none. */
export function operationAnswering(operations: readonly Operation[], name: string): Operation | undefined {
  return operations.find((operation) => schemaName(responseOf(operation, 200)?.schema) === name);
}
