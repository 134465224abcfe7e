import {
  createSchemaValidator,
  documentFile,
  listOperations,
  type Operation,
  readDocument,
  type SchemaValidator,
} from '@giftoin/openapi';
import { findNamingParameter, listPathParameters } from './operations.ts';
import { createParameterFacts, type ParameterFacts } from './parameter-facts.ts';

/** An OpenAPI document, prepared for checks of its GET operations. */
export interface Contract {
  readonly operations: readonly Operation[];
  /** Validates a value against a schema of the document. */
  readonly validate: SchemaValidator;
  /** The path parameters by name. */
  readonly parameters: ReadonlyMap<string, ParameterFacts>;
  /** Finds the operation that lists the resources of which `operation` returns one; undefined if there is none. */
  findList(operation: Operation): Operation | undefined;
}

const contracts = new Map<string, Promise<Contract>>();

/**
 * Reads a document. Reads the default document once in a process, because that takes longer than a run against a nearby
 * server.
 *
 * Throws DocumentError if the document cannot be read.
 */
export function readContract(document: string = documentFile): Promise<Contract> {
  const cached = contracts.get(document);
  if (cached) return cached;
  const contract = createContract(document);
  if (document === documentFile) contracts.set(document, contract);
  return contract;
}

async function createContract(file: string): Promise<Contract> {
  const document = await readDocument(file);
  const operations = listOperations(document).filter(({ method }) => method === 'get');
  const validate = createSchemaValidator(document);
  const parameters = operations.flatMap(listPathParameters);
  return {
    operations,
    validate,
    parameters: new Map(
      parameters.map((parameter) => [parameter.name, createParameterFacts(document, validate, parameter)]),
    ),
    findList: (operation) => {
      const name = findNamingParameter(operation)?.name;
      return operations.find(({ path }) => name !== undefined && operation.path === `${path}/{${name}}`);
    },
  };
}
