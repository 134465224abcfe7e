import { createExample, listOperations, type OpenApiDocument, type Operation } from '@giftoin/openapi';
import { formatAccess, formatDocComment, formatKey, formatString } from './format-code.ts';

const sources: Readonly<Record<string, string>> = {
  page: "the provider's reference page for these endpoints",
  docs: "the provider's other pages",
  ours: 'a decision of the authors of the document',
};

/** Creates an interface with a documented property for every operation. Editors show the documentation at client methods. */
export function createOperations(document: OpenApiDocument): string {
  const properties = listOperations(document).map((operation) => {
    const { operationId } = operation;
    const comment = formatDocComment(createDescription(document, operation));
    return `${comment}  readonly ${formatKey(operationId)}: operations[${formatString(operationId)}];\n`;
  });
  return `import type { operations } from './schema.ts';

/** The operations of the document with their descriptions, by operationId. */
export interface Operations {
${properties.join('')}}
`;
}

function createDescription(document: OpenApiDocument, operation: Operation): string {
  const { operationId, method, path, summary, description = '', source = 'page' } = operation;
  const input = createExampleInput(document, operation);
  const paragraphs = [
    summary === undefined ? '' : `${summary.replace(/\.$/, '')}.`,
    description.trim(),
    `Source: ${sources[source] ?? source} (\`${method.toUpperCase()} ${path}\`).`,
    operation.deprecated ? '@deprecated' : '',
    `@example\nconst response = await giftoin${formatAccess(operationId)}(${JSON.stringify(input)});`,
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}

/** The required parameters and the request body, with examples. */
function createExampleInput(document: OpenApiDocument, { parameters, requestBody }: Operation): object {
  const given = parameters.filter(({ required, example }) => required || example !== undefined);
  const values = given.map(({ name, schema, example }) => [name, example ?? createExample(document, schema)]);
  if (!requestBody) return Object.fromEntries(values);
  const { examples, schema } = requestBody;
  const [body = createExample(document, schema)] = examples.values();
  return Object.fromEntries([...values, ['body', body]]);
}
