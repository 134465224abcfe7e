import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';
import type { Defect } from './defects.ts';
import { createNoteHandlers, type NotesResponse } from './note-handlers.ts';

export const documentFile = fileURLToPath(new URL('./openapi.yaml', import.meta.url));
export const key = 'notes-key-7Qx2';

const document = await readDocument(documentFile);
const validate = createSchemaValidator(document);
const operations = listOperations(document);

/** A request as the server received it. */
export interface NotesRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Starts a server that conforms to the document of the notes, but for one defect. */
export async function startNotesServer(defect?: Defect) {
  const requests: NotesRequest[] = [];
  const has = (other: Defect) => other === defect;
  const { handlers, listNotes } = createNoteHandlers(has);
  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    const request = { method, url, headers, body: await text(incoming) };
    requests.push(request);
    send(outgoing, respond(request));
  });

  function respond(request: NotesRequest): NotesResponse {
    const [path = '', query = ''] = request.url.split('?');
    const route = findRoute(request.method, path);
    if (!route) return createProblem(404, 'There is no such path.');
    const { operation, segments } = route;
    const rejected = rejectKey(request, operation.apiKeyHeaders.length > 0);
    const validateBody = () => rejectBody(request, operation.operationId);
    const first = has('body-before-key') ? (validateBody() ?? rejected) : rejected;
    if (first) return first;
    const handle = handlers[operation.operationId];
    if (!handle) return createProblem(500, 'There is no handler.');
    const values = segments.map(decode);
    if (values.some((value) => value === undefined)) return createProblem(400, 'The path cannot be decoded.');
    return handle({
      segments: values as string[],
      query: new URLSearchParams(query),
      headers: request.headers,
      readBody: () => validateBody() ?? parseBody(request.body),
    });
  }

  function rejectKey({ method, headers }: NotesRequest, isRequired: boolean): NotesResponse | undefined {
    const sent = headers['x-api-key'];
    if (!isRequired && !has('status-needs-key')) return undefined;
    if (['POST', 'PUT'].includes(method) && (has('write-without-key') || (has('write-unknown-key') && sent)))
      return undefined;
    return sent === key ? undefined : createProblem(401, 'The key is missing or unknown.');
  }

  function rejectBody({ headers, body }: NotesRequest, operationId: string): NotesResponse | undefined {
    const schema = operations.find((operation) => operation.operationId === operationId)?.requestBody?.schema;
    if (!schema) return undefined;
    if (body === '') {
      const isOptional = has('body-optional') || operationId === 'replaceNote';
      return isOptional ? undefined : createProblem(400, 'The body is missing.');
    }
    if (!has('body-any-type') && headers['content-type'] !== 'application/json') {
      return createProblem(415, 'The content type is not application/json.');
    }
    const value = parseBody(body);
    if (value === undefined) return has('body-not-json') ? undefined : createProblem(400, 'The body is not JSON.');
    if (has('server-error') && body.length > 250) return createProblem(500, 'The text is too long for the database.');
    if (has('body-all-rejected')) return createProblem(422, 'It is full.');
    if (has('body-closed') && body.includes('no-such-property')) return createProblem(422, 'A property is unknown.');
    const violations = validate(schema, value).filter(({ code }) => !isIgnored(code));
    return violations.length === 0
      ? undefined
      : createProblem(operationId === 'createNote' ? 422 : 400, 'It does not fit.');
  }

  function isIgnored(keyword: string): boolean {
    if (keyword === 'required') return has('body-required');
    if (keyword === 'type') return has('body-type');
    if (keyword === 'additionalProperties') return has('body-unknown-property');
    return has('body-value');
  }

  function createProblem(status: number, title: string): NotesResponse {
    if (has('error-plain')) return { status, headers: { 'content-type': 'text/plain' }, body: title };
    const body = JSON.stringify(has('error-schema') ? { message: title } : { title });
    return { status, headers: { 'content-type': 'application/problem+json' }, body };
  }

  function send(outgoing: ServerResponse, { status, headers = {}, body = '' }: NotesResponse): void {
    // The HTTP server of Node.js never sends the body of a 204.
    if (status === 204 && body !== '') {
      outgoing.socket?.end(`HTTP/1.1 204 No Content\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    } else outgoing.writeHead(status, headers).end(body);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    listNotes,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function findRoute(method: string, path: string) {
  for (const operation of operations) {
    const pattern = new RegExp(`^${operation.path.replaceAll(/\{[^{}]+\}/g, '([^/]*)')}$`);
    const match = operation.method.toUpperCase() === method ? pattern.exec(path) : null;
    if (match) return { operation, segments: match.slice(1) };
  }
  return undefined;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
