import { isSuccess, listOperations, type OpenApiDocument, type Operation } from '@giftoin/openapi';
import { hasSharedPattern } from './parameter-patterns.ts';

/** Code of src that clients need for some operations only. */
interface Feature {
  readonly name: string;
  readonly type: string;
  readonly file: string;
  /** Why the feature is `undefined`. */
  readonly reason: string;
  isNeeded(operation: Operation, operations: readonly Operation[]): boolean;
}

const features: readonly Feature[] = [
  {
    name: 'createPaginateMethods',
    type: 'CreatePaginateMethods',
    file: '../create-paginate-methods.ts',
    reason: 'No operation returns its list in pages.',
    isNeeded: ({ pagination }) => pagination !== undefined,
  },
  {
    name: 'operationRules',
    type: 'OperationRules',
    file: '../operation-rules.ts',
    reason: 'Every operation is a GET with the status code 200.',
    isNeeded: (operation) => !isPlainGet(operation),
  },
  {
    name: 'requestInput',
    type: 'RequestInput',
    file: '../request-input.ts',
    reason: 'No operation has a body, or parameters other than those in `parameterPatterns`.',
    isNeeded: ({ requestBody, parameters }, operations) => {
      return requestBody !== undefined || parameters.some((parameter) => !hasSharedPattern(operations, parameter));
    },
  },
];

/** Creates the file that imports the code that clients need for some operations only, if the document has such operations. */
export function createClientFeatures(document: OpenApiDocument): string {
  const operations = listOperations(document);
  const needed = features.map(({ isNeeded }) => operations.some((operation) => isNeeded(operation, operations)));
  const imports = features.map(({ name, type, file }, index) => {
    return needed[index] ? `export { ${name} } from '${file}';\n` : `import type { ${type} } from '${file}';\n`;
  });
  const constants = features.map(({ name, type, reason }, index) => {
    return needed[index] ? '' : `\n/** ${reason} */\nexport const ${name}: ${type} | undefined = undefined;\n`;
  });
  return [...imports, ...constants].join('');
}

function isPlainGet({ method, isRetryable, responses, responseRanges }: Operation): boolean {
  const successes = responses.filter(isSuccess);
  return (
    method === 'get' &&
    isRetryable &&
    successes.every(({ status, schema }) => status === 200 && schema !== undefined) &&
    !responseRanges.some(({ name }) => name.startsWith('2'))
  );
}
