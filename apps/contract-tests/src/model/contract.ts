import {
  createSchemaValidator,
  documentFile,
  findResponse,
  isObject,
  type JsonObject,
  listOperations,
  listServers,
  type Operation,
  type Parameter,
  readDocument,
  resolveReference,
  type SchemaValidator,
} from '@giftoin/openapi';
import { canAuthenticate } from './authentication.ts';
import { findListItems, type ListItems } from './list-items.ts';
import { findErrorResponse, findNamingParameter, isRead, isWrite, listSuccesses } from './operations.ts';
import { createParameterFacts, type ParameterFacts } from './parameter-facts.ts';
import { createSampleValues, type SampleValues } from './sample-value.ts';

/** An OpenAPI document, prepared for checks. */
export interface Contract {
  readonly document: JsonObject;
  /** Every operation of the document. */
  readonly operations: readonly Operation[];
  /** The operations that read data, unless the suite cannot authenticate. They are always checked. */
  readonly reads: readonly Operation[];
  /** The operations that change data, unless the suite cannot authenticate. They are checked only if the options say so. */
  readonly writes: readonly Operation[];
  /** The origin of the first server of the document, which is production; undefined if it has none. */
  readonly productionOrigin: string | undefined;
  /** The URLs of the servers of the document, without a slash at the end. */
  readonly servers: readonly string[];
  /** Validates a value against a schema of the document. */
  readonly validate: SchemaValidator;
  /** Creates values that fit a schema. */
  readonly createSample: SampleValues;
  /** Finds out what the schema of a path parameter allows. Parameters with the same name and schema share the result. */
  findFacts(parameter: Parameter): ParameterFacts;
  /** Finds the operation that lists the resources of which `operation` returns one; undefined if there is none. */
  findList(operation: Operation): Operation | undefined;
  /** Finds the items in a success of an operation; undefined if it returns no list. */
  findItems(operation: Operation): ListItems | undefined;
  /** Whether an item of a list has the same schema as the resource that `one` returns. */
  hasSameSchema(list: Operation, one: Operation): boolean;
  /** Whether the errors of an operation have an error code, as those of the Giftoin API. */
  hasErrorCodes(operation: Operation): boolean;
}

const contracts = new Map<string, Promise<Contract>>();

/**
 * Reads a document. Reads the default document once in a process, because that takes longer than a run against a nearby
 * server.
 *
 * Throws DocumentError if the document cannot be read, or contains something that is not supported.
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
  const operations = listOperations(document);
  const sendable = operations.filter((operation) => canAuthenticate(document, operation));
  const reads = sendable.filter(isRead);
  const validate = createSchemaValidator(document);
  const facts = new Map<string, ParameterFacts>();
  const findItems = (operation: Operation) => findListItems(document, operation);
  return {
    document,
    operations,
    reads,
    writes: sendable.filter(isWrite),
    servers: listServers(document),
    productionOrigin: listServers(document).map((url) => new URL(url).origin)[0],
    validate,
    createSample: createSampleValues(document, validate),
    findFacts: (parameter) => {
      const id = JSON.stringify([parameter.name, parameter.schema]);
      const found = facts.get(id) ?? createParameterFacts(validate, parameter);
      facts.set(id, found);
      return found;
    },
    findList: (operation) => {
      const name = findNamingParameter(operation)?.name;
      const list = reads.find(({ path }) => name !== undefined && operation.path === `${path}/{${name}}`);
      return list && findItems(list) ? list : undefined;
    },
    findItems,
    hasSameSchema: (list, one) => {
      const [status = 0] = listSuccesses(one);
      return JSON.stringify(findItems(list)?.schema) === JSON.stringify(findResponse(one, status)?.schema);
    },
    hasErrorCodes: (operation) => {
      const schema = findErrorResponse(operation)?.schema;
      const properties = (value: unknown): JsonObject => {
        const found = isObject(value) ? resolveReference(document, value).properties : undefined;
        return isObject(found) ? found : {};
      };
      return 'errorCode' in properties(properties(schema).status);
    },
  };
}
