import type { Operation, Parameter } from '@giftoin/openapi';
import type { Contract } from '../model/contract.ts';
import { type ContractOptions, defaultOptions } from '../model/contract-options.ts';
import { listOtherParameters, listPathParameters, toPlace } from '../model/operations.ts';
import { formatParameter } from '../model/parameter-text.ts';
import { type ServerUnderTest, unknownId } from '../model/server-under-test.ts';
import type { ParameterTexts, RequestBody } from '../model/test-request.ts';

type Values = Pick<ServerUnderTest, 'knownValues' | 'requiredParameters' | 'bodies'>;

/** Values that belong to no user and no resource can be any that fit. */
const seed = 1;

/** Finds what requests are created from: in the options, else in the examples of the document, else created from a schema. */
export function findValues(contract: Contract, options: ContractOptions): Values {
  const given: Readonly<Record<string, string | undefined>> = {
    platform: options.platform ?? defaultOptions.platform,
    platformUserId: options.user ?? defaultOptions.user,
    ...options.parameters,
  };
  const findTexts = (parameter: Parameter): readonly string[] | undefined => {
    const text = given[parameter.name];
    if (text !== undefined) return parameter.isArray ? formatParameter(parameter, text.split(',')) : [text];
    const value = parameter.example ?? contract.createSample(parameter.schema, { hasOptional: false, seed });
    return value === undefined ? undefined : formatParameter(parameter, value);
  };
  return {
    knownValues: new Map(
      contract.operations.flatMap((operation) =>
        listPathParameters(operation).map((parameter) => [
          toPlace(operation, parameter.name),
          findPathValue(contract, parameter, given[parameter.name]),
        ]),
      ),
    ),
    requiredParameters: new Map(
      contract.operations.map((operation) => {
        const required = listOtherParameters(operation).filter((parameter) => parameter.required);
        const entries = required.filter(({ isIdempotencyKey }) => !isIdempotencyKey);
        return [operation.operationId, Object.fromEntries(entries.map((each) => [each.name, findTexts(each)]))] as [
          string,
          ParameterTexts,
        ];
      }),
    ),
    bodies: new Map(
      contract.writes.flatMap((operation) => {
        const body = createBody(contract, operation);
        return body ? [[operation.operationId, body] as const] : [];
      }),
    ),
  };
}

/** A path parameter that can be any text has an unknown ID if nothing better is known. */
function findPathValue(contract: Contract, parameter: Parameter, given: string | undefined): string | undefined {
  if (given !== undefined) return given;
  if (parameter.example !== undefined) return formatParameter(parameter, parameter.example).join(',');
  if (contract.findFacts(parameter).isValid(unknownId)) return unknownId;
  const value = contract.createSample(parameter.schema, { hasOptional: false, seed });
  return value === undefined ? undefined : formatParameter(parameter, value).join(',');
}

/** The first example of a body, or one that fits its schema. */
function createBody({ createSample }: Contract, { requestBody }: Operation): RequestBody | undefined {
  if (!requestBody) return undefined;
  const { schema, examples, mediaType } = requestBody;
  const create = (hasOptional: boolean) => createSample(schema, { hasOptional, seed });
  const [value = create(false) ?? create(true)] = examples.values();
  return value === undefined ? undefined : { text: JSON.stringify(value), mediaType };
}
