import { type DocumentedError, listOperations, listServers, type OpenApiDocument } from '@giftoin/openapi';
import { createSampleCall } from '../operations/create-sample-call.ts';
import { formatAddress, mockOrigin } from './create-paths.ts';

/** Creates a command that requests an error of the mock, from an operation that documents it: one without a body if there is one. */
export function createMockCommand(document: OpenApiDocument, error: DocumentedError, preference: string): string {
  const operations = listOperations(document).filter(({ operationId }) => error.operationIds.includes(operationId));
  const operation = operations.find(({ method }) => method === 'get') ?? operations[0];
  if (operation === undefined) throw new Error(`No operation documents the status code ${error.status}.`);
  const { method, url, headers, body } = createSampleCall(document, operation);
  const path = url.slice((listServers(document)[0] ?? '').length);
  const lines = { 'x-gft-api-key': 'demo', Prefer: `code=${error.status}${preference}`, ...headers };
  const options = [
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...Object.entries(lines).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quote(JSON.stringify(body))}`]),
  ];
  return `curl -i ${options.join(' ')} ${formatAddress(mockOrigin + path)}`;
}

/** Quotes a text for a shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
