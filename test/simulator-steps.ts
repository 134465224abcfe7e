import type { ControlOperationId } from '@giftoin/types/sandbox-control';
import { serverOperations } from '@giftoin/types/sandbox-control/server-operations';
import fc from 'fast-check';
import { frozenWorld, invalidValues, validValues } from './simulator-values.ts';

/** A call of an operation of the control API. Its input can be invalid. */
export interface ControlStep {
  readonly operationId: ControlOperationId;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A request to the API. */
export interface RequestStep {
  readonly method: string;
  readonly path: string;
  /** The name of the header, and of the API key or its text. */
  readonly header: readonly [name: string, apiKey: string];
}

/** A value of a property, which is invalid now and then. */
function createValues(name: string): fc.Arbitrary<unknown> {
  return createMixture(validValues[name] ?? [], invalidValues[name] ?? [], 15);
}

/** Changes of an inventory and of API keys are the most frequent: what they lead to depends on those before. */
function getWeight(operationId: string): number {
  if (/Card$|Collection$|Reward$/.test(operationId)) return 6;
  return /^(changeKey|injectFault)$/.test(operationId) ? 4 : 1;
}

export const controlSteps: fc.Arbitrary<ControlStep> = fc.oneof(
  ...serverOperations.map((operation) => {
    const { operationId, parameters } = operation;
    const schema = 'requestBody' in operation ? readObject(operation.requestBody.schema) : { properties: {} };
    const names = [...parameters.map(({ name }) => name), ...Object.keys(schema.properties)];
    const known = names.filter((name) => Object.hasOwn(validValues, name));
    const isRequired = (name: string) =>
      schema.required?.includes(name) || ['keyName', 'snapshot', 'programId'].includes(name);
    const input = fc.record<Record<string, unknown>>(
      Object.fromEntries(known.map((name) => [name, createValues(name)])),
      { requiredKeys: known.filter(isRequired) },
    );
    const strange = createMixture([{}], [{ strange: 1 }], 30);
    const arbitrary = fc.tuple(input, strange).map(([given, more]) => ({
      operationId: operationId as ControlOperationId,
      input: { ...(operationId === 'loadWorld' && frozenWorld), ...given, ...more },
    }));
    return { weight: getWeight(operationId), arbitrary };
  }),
);

interface ObjectSchema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** The schema of a request body is an object, or refers to one of its definitions. */
function readObject(schema: object): ObjectSchema {
  const { $ref, $defs } = schema as { readonly $ref?: string; readonly $defs?: Record<string, ObjectSchema> };
  return $ref === undefined ? (schema as ObjectSchema) : ($defs?.[$ref.replace(/^.*\//, '')] as ObjectSchema);
}

const list = '/api/v1/users/discord/42/progress/collection-challenges';

/** One of the first values, and another one now and then. */
function createMixture<Value>(usual: readonly Value[], other: readonly Value[], weight = 3): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...other) },
  );
}

export const requestSteps: fc.Arbitrary<RequestStep> = fc.record({
  method: createMixture(['GET'], ['HEAD', 'POST', 'OPTIONS', 'DELETE']),
  path: createMixture(
    [list, `${list}/program_123`],
    [
      `${list}?q=1`,
      `${list}/program_1002`,
      `${list}/unknown`,
      `${list}/%20`,
      list.replace('discord', 'DISCORD'),
      list.replace('42', '%E0%A4%A'),
      '/healthz',
      '/readyz',
      '/elsewhere',
    ],
  ),
  header: fc.tuple(
    createMixture(['x-gft-api-key', 'gft-api-key'], ['x-gft_api_key', 'authorization']),
    createMixture(
      ['default', 'limited', 'failing', 'mine', 'second'],
      ['overdue', 'denied', 'gft_x_y', 'gft_default_unknown', ' '],
    ),
  ),
});
