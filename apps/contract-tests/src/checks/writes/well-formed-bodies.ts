import { isObject, type Operation } from '@giftoin/openapi';
import type { Contract } from '../../model/contract.ts';
import type { RequestBody } from '../../model/test-request.ts';

/** A body that fits its schema. */
export interface WellFormedBody {
  readonly value: unknown;
  /** Completes "If …". */
  readonly when: string;
  /** Whether the body is made up, so that it can name something that does not exist. */
  readonly isMadeUp: boolean;
}

/** The first examples show what an operation does. */
const maximumExamples = 2;

/** Creates bodies of an operation: its examples, the smallest one, one with all properties, and one with an unknown property. */
export function createWellFormedBodies(contract: Contract, { requestBody }: Operation, seed: number): WellFormedBody[] {
  if (!requestBody) return [];
  const { schema, examples } = requestBody;
  const fits = (value: unknown) => value !== undefined && contract.validate(schema, value).length === 0;
  const shown = [...examples].slice(0, maximumExamples).map(([name, value]) => ({
    value,
    when: `the body is the example ${name}`,
    isMadeUp: false,
  }));
  const small = contract.createSample(schema, { hasOptional: false, seed: seed + 1 });
  const large = contract.createSample(schema, { hasOptional: true, seed: seed + 2 });
  const created = [
    { value: small, when: 'the body has its required properties', isMadeUp: true },
    { value: large, when: 'the body has all its properties', isMadeUp: true },
  ];
  const basis = examples.values().next().value ?? large;
  const open = isObject(basis) ? { ...basis, 'no-such-property-4c8e1f5a9b': 1 } : undefined;
  const isMadeUp = examples.size === 0;
  const withUnknown = { value: open, when: 'the body has an unknown property, which its schema allows', isMadeUp };
  const texts = new Set<string>();
  return [...shown, ...created, withUnknown].filter(({ value }) => {
    const id = JSON.stringify(value);
    return fits(value) && !texts.has(id) && texts.add(id);
  });
}

/** Creates the body of a request. */
export function toRequestBody({ requestBody }: Operation, value: unknown): RequestBody {
  return { text: JSON.stringify(value), mediaType: requestBody?.mediaType };
}
