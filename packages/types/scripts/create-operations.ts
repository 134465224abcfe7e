import { listOperations, type OpenApiDocument, type Operation, resolveReference } from '@giftoin/openapi';
import { formatDocComment } from './format-code.ts';

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
    return `${comment}  readonly ${operationId}: operations['${operationId}'];\n`;
  });
  return `import type { operations } from './schema.ts';

/** The operations of the document with their descriptions, by operationId. */
export interface Operations {
${properties.join('')}}
`;
}

function createDescription(document: OpenApiDocument, { operationId, method, path, parameters }: Operation): string {
  const item = resolveReference(document, document.paths[path]);
  const { summary, description = '', 'x-source': source = 'page' } = resolveReference(document, item[method]);
  const example = Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
  const paragraphs = [
    `${summary}.`,
    String(description).trim(),
    `Source: ${sources[String(source)]} (\`${method.toUpperCase()} ${path}\`).`,
    `@example\nconst response = await giftoin.${operationId}(${JSON.stringify(example)});`,
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}
