import { createExample, type DocumentedError, listOperations, type OpenApiDocument } from '@giftoin/openapi';
import { createPath, formatAddress, mockOrigin } from './create-paths.ts';

/** Creates a command that requests an error of the mock, from an operation that documents it: one without a body if there is one. */
export function createMockCommand(document: OpenApiDocument, error: DocumentedError, preference: string): string {
  const operations = listOperations(document).filter(({ operationId }) => error.operationIds.includes(operationId));
  const operation = operations.find(({ method }) => method === 'get') ?? operations[0];
  const { method = 'get', requestBody } = operation ?? {};
  const options = [
    ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    `-H 'x-gft-api-key: demo' -H 'Prefer: code=${error.status}${preference}'`,
    ...(requestBody ? [`-H 'content-type: ${requestBody.mediaType}' -d ${quote(createBody())}`] : []),
  ];
  return `curl -i ${options.join(' ')} ${formatAddress(mockOrigin + createPath(operation))}`;

  function createBody(): string {
    const [example = createExample(document, requestBody?.schema ?? {})] = requestBody?.examples.values() ?? [];
    return JSON.stringify(example);
  }
}

/** Quotes a text for a shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
